package de.digitallotsen.registration.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarPhase;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.TaskLine;

/** What the NSI has to do about a seminar: of several things the most urgent. */
final class SeminarTasks {

    /** So long before the deadline few registrations are worth a look. */
    private static final Duration BEFORE_DEADLINE = Duration.ofDays(28);

    private static final int DAYS_BEFORE_DECISION = 7;

    private SeminarTasks() {}

    static TaskLine ofHeld(SeminarLine s) {
        return task("task.attendance", s, "/seminare/" + s.id() + "/teilnahme", "Teilnahme erfassen", "danger");
    }

    static Optional<TaskLine> ofUpcoming(SeminarLine s, Instant now) {
        String seminar = "/seminare/" + s.id();
        String people = seminar + "/teilnehmende";
        TaskLine task = null;
        if (s.phase() == SeminarPhase.DRAFT) {
            task = task("task.draft", s, seminar, "Entwurf ansehen", "info");
        } else if (isToBeDecided(s, now)) {
            task = task("task.minimum", s, seminar, "Entscheiden", "danger");
        } else if (s.phase() == SeminarPhase.REGISTRATION_ENDED && s.waiting() > 0 && s.seatsFree() > 0) {
            task = task("task.promote", s, people, "Nachrücken lassen", "warning");
        } else if (s.waiting() > 0) {
            task = task("task.waiting", s, people, "Warteliste ansehen", "warning");
        } else if (s.phase() == SeminarPhase.OPEN && s.seatsFree() * 10 <= s.capacity()) {
            task = task("task.nearly-full", s, people, "Teilnehmende ansehen", "info");
        } else if (closesSoon(s, now) && s.seatsTaken() * 2 < s.capacity()) {
            task = task("task.nearly-empty", s, people, "Teilnehmende ansehen", "warning");
        }
        return Optional.ofNullable(task);
    }

    private static boolean isToBeDecided(SeminarLine s, Instant now) {
        return s.isBelowMinimum()
                && !s.minimum().decisionDay().isAfter(German.berlinDay(now).plusDays(DAYS_BEFORE_DECISION));
    }

    private static boolean closesSoon(SeminarLine s, Instant now) {
        return s.phase() == SeminarPhase.OPEN && s.closesAt().isBefore(now.plus(BEFORE_DEADLINE));
    }

    private static TaskLine task(String key, SeminarLine s, String href, String link, String kind) {
        return new TaskLine(
                Messages.text(
                        key,
                        "when",
                        s.when(),
                        "venue",
                        s.venue(),
                        "free",
                        s.seatsFree(),
                        "taken",
                        s.seatsTaken(),
                        "capacity",
                        s.capacity(),
                        "waiting",
                        s.waiting(),
                        "closesAt",
                        s.closesAt(),
                        "least",
                        s.minimum() == null ? 0 : s.minimum().participants(),
                        "decisionDay",
                        s.minimum() == null ? "" : German.date(s.minimum().decisionDay())),
                href,
                link,
                kind);
    }
}
