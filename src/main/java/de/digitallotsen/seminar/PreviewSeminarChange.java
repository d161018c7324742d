package de.digitallotsen.seminar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Foresight;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;

/** Says beforehand what changing a seminar does (R29), by {@link ChangeSeminar} itself. Changes nothing. */
@ApplicationScoped
public class PreviewSeminarChange {

    /** Who must not wait any more, as the audit trail calls it. */
    private static final String END_OF_WAITING = "registration.promotion_ended";

    private static final String PROMOTED = "registration.promoted";

    private final ChangeSeminar change;
    private final Seminars seminars;
    private final Holidays holidays;
    private final Foresight foresight;
    private final Clock clock;

    PreviewSeminarChange(ChangeSeminar change, Seminars seminars, Holidays holidays, Foresight foresight, Clock clock) {
        this.change = change;
        this.seminars = seminars;
        this.holidays = holidays;
        this.foresight = foresight;
        this.clock = clock;
    }

    /**
     * A change that was asked for.
     *
     * @param version the version that was read
     * @param message a sentence for the mails, or null
     */
    public record Wanted(long seminarId, Integer version, SeminarPlan.Draft draft, String message) {}

    /**
     * What it would do.
     *
     * @param was as it stands
     * @param consequences mails, and what happens to which registration
     * @param freeCancellationEnds confirmed people who could be cancelled without a fee until later
     * @param holidays days of the new plan that are free in Niedersachsen
     * @param pastDays days of the new plan that are today or over
     */
    public record Outlook(
            SeminarPlan was,
            Consequences consequences,
            int freeCancellationEnds,
            List<Holidays.FreeDay> holidays,
            List<LocalDate> pastDays) {

        /** How many move up from the waiting list (R14). */
        public int promoted() {
            return consequences.count(PROMOTED);
        }

        /** How many are told that the portal promotes them no more. */
        public int endOfWaiting() {
            return consequences.count(END_OF_WAITING);
        }

        /** Nothing would be different afterwards. */
        public boolean isNothing() {
            return consequences.happenings().isEmpty();
        }
    }

    /** Whatever the change itself would refuse, this refuses. */
    public Outlook of(Actor actor, Wanted wanted) {
        actor.require(Role.NSI);
        Seminar seminar = seminars.require(wanted.seminarId());
        Consequences consequences = foresight.of(
                () -> change.handle(actor, wanted.seminarId(), wanted.version(), wanted.draft(), wanted.message()));
        List<LocalDate> days =
                wanted.draft().days().stream().map(SeminarDay::date).sorted().toList();
        LocalDate today = SystemClock.today(clock);
        return new Outlook(
                seminar.asPlan(),
                consequences,
                losesFreeCancellation(seminar, wanted.draft()) ? seminar.seatsTaken() : 0,
                holidays.among(days),
                days.stream().filter(day -> !day.isAfter(today)).toList());
    }

    /** R18: cancelling is free until the deadline. */
    private boolean losesFreeCancellation(Seminar seminar, SeminarPlan.Draft draft) {
        return seminar.status() == SeminarStatus.PUBLISHED
                && clock.instant().isBefore(seminar.closesAt())
                && draft.closesAt().isBefore(seminar.closesAt());
    }
}
