package de.digitallotsen.seminar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The NSI copies a seminar to a later first day: days and deadlines move along, keeping their distances and times of day. */
@UseCase
public class CopySeminar {

    private final Seminars seminars;
    private final Clock clock;
    private final Event<AuditedChange> changes;

    CopySeminar(Seminars seminars, Clock clock, Event<AuditedChange> changes) {
        this.seminars = seminars;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param firstDay the first day of the copy
     * @return the id of the copy, a draft
     */
    public long handle(Actor actor, long seminarId, LocalDate firstDay) {
        actor.require(Role.NSI);
        SeminarPlan original = seminars.require(seminarId).asPlan();
        Input input = new Input();
        input.check(firstDay != null, "firstDay", "input.required", "label", "Erster Tag");
        LocalDate today = SystemClock.today(clock);
        input.check(firstDay == null || !firstDay.isBefore(today), "firstDay", "seminar.day-past", "day", firstDay);
        input.check(firstDay == null || firstDay.isBefore(today.plusYears(SeminarPlan.MOST_YEARS_AHEAD)), "firstDay", "seminar.day-too-far", "day", firstDay, "years", SeminarPlan.MOST_YEARS_AHEAD);
        input.throwIfWrong();
        SeminarPlan.Draft draft = shift(original, ChronoUnit.DAYS.between(original.firstDay(), firstDay));
        SeminarPlan plan = draft.check(today);
        Seminar copy = Seminar.plan(plan, clock.instant());
        seminars.persist(copy);
        changes.fire(new SeminarChanged(actor, "copied", copy.id(), null, plan));
        return copy.id();
    }

    /** Berlin times of day stay what they are, across a change of the clocks too. */
    private static SeminarPlan.Draft shift(SeminarPlan plan, long days) {
        List<SeminarDay> moved = plan.days().stream().map(day -> new SeminarDay(day.date().plusDays(days), day.begin(), day.end())).toList();
        return new SeminarPlan.Draft(plan.title(), moved, plan.venue(), plan.online(), (long) plan.capacity(), plan.feeCents(),
                plan.opensAt().atZone(German.BERLIN).plusDays(days).toInstant(), plan.closesAt().atZone(German.BERLIN).plusDays(days).toInstant())
                .with(plan.minimum() == null ? null : new Minimum(plan.minimum().participants(), plan.minimum().decisionDay().plusDays(days)));
    }
}
