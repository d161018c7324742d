package de.digitallotsen.seminar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * The NSI copies a seminar to a later first day: days and deadlines move along, keeping their distances and times of
 * day.
 */
@UseCase
public class CopySeminar {

    private final Seminars seminars;
    private final Clock clock;
    private final Event<Audited> changes;

    CopySeminar(Seminars seminars, Clock clock, Event<Audited> changes) {
        this.seminars = seminars;
        this.clock = clock;
        this.changes = changes;
    }

    /** How far the copies of a series lie apart. */
    public enum Rhythm {
        /** The same weekday, seven days later. */
        WEEKLY,
        /** The same weekday of the month, for example its second Tuesday; where there is none, its last. */
        MONTHLY;

        LocalDate after(LocalDate first, int times) {
            if (this == WEEKLY) {
                return first.plusWeeks(times);
            }
            LocalDate month = first.plusMonths(times).withDayOfMonth(1);
            int which = (first.getDayOfMonth() - 1) / 7 + 1;
            LocalDate day = month.with(TemporalAdjusters.dayOfWeekInMonth(which, first.getDayOfWeek()));
            return day.getMonth() == month.getMonth()
                    ? day
                    : month.with(TemporalAdjusters.lastInMonth(first.getDayOfWeek()));
        }
    }

    /**
     * Several copies at once.
     *
     * @param firstDay of the first copy
     * @param number of copies, 1 to {@value #MOST_COPIES}
     */
    public record Series(long seminarId, LocalDate firstDay, Rhythm rhythm, long number) {}

    public static final int MOST_COPIES = 24;

    /**
     * Copies a seminar several times, all or none.
     *
     * @return the ids of the copies, drafts, in order of time
     */
    public List<Long> handle(Actor actor, Series series) {
        actor.require(Role.NSI);
        Input input = new Input();
        Long number = input.number("number", "Anzahl der Kopien", series.number(), 1, MOST_COPIES);
        input.throwIfWrong();
        return IntStream.range(0, number.intValue())
                .mapToObj(i -> copy(
                        actor,
                        series.seminarId(),
                        series.firstDay() == null ? null : series.rhythm().after(series.firstDay(), i)))
                .toList();
    }

    private long copy(Actor actor, long seminarId, LocalDate firstDay) {
        SeminarPlan original = seminars.require(seminarId).asPlan();
        Input input = new Input();
        input.check(firstDay != null, "firstDay", "input.required", "label", "Erster Tag");
        LocalDate today = SystemClock.today(clock);
        input.check(firstDay == null || !firstDay.isBefore(today), "firstDay", "seminar.day-past", "day", firstDay);
        input.check(
                firstDay == null || firstDay.isBefore(today.plusYears(SeminarPlan.MOST_YEARS_AHEAD)),
                "firstDay",
                "seminar.day-too-far",
                "day",
                firstDay,
                "years",
                SeminarPlan.MOST_YEARS_AHEAD);
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
        List<SeminarDay> moved = plan.days().stream()
                .map(day -> new SeminarDay(day.date().plusDays(days), day.begin(), day.end()))
                .toList();
        return new SeminarPlan.Draft(
                        plan.title(),
                        moved,
                        plan.venue(),
                        plan.online(),
                        (long) plan.capacity(),
                        plan.feeCents(),
                        plan.opensAt().atZone(German.BERLIN).plusDays(days).toInstant(),
                        plan.closesAt().atZone(German.BERLIN).plusDays(days).toInstant())
                .with(
                        plan.minimum() == null
                                ? null
                                : new Minimum(
                                        plan.minimum().participants(),
                                        plan.minimum().decisionDay().plusDays(days)));
    }
}
