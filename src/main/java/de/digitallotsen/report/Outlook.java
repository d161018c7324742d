package de.digitallotsen.report;

import java.time.LocalDate;

/**
 * What is to be expected, and its range.
 *
 * @param expected at the pace of the last weeks
 * @param fast people register faster and all of them come
 * @param slow people register more slowly and more of them stay away
 */
public record Outlook(Projection expected, Projection fast, Projection slow) {

    static Outlook of(ForecastFacts facts, Pace pace) {
        return new Outlook(
                Play.of(facts, pace.perWeek(), facts.stayAwayShare()),
                Play.of(facts, pace.most(), 0),
                Play.of(facts, pace.least(), facts.stayAwayMost()));
    }

    /** Nothing is foreseen about the day any more, but some money comes back from those who stay away. */
    Outlook since(LocalDate day) {
        return new Outlook(expected.since(day), fast.since(day), slow.since(day));
    }

    /** The day on which the money no longer pays for a typical place; null if it lasts. */
    public LocalDate exhaustion() {
        return expected.exhaustion();
    }

    /** The same in the fast case. */
    public LocalDate earliest() {
        return fast.exhaustion();
    }

    /** The same in the slow case. */
    public LocalDate latest() {
        return slow.exhaustion();
    }

    /** What is left at the end of the period, in cents. */
    public long remainder() {
        return expected.remainder();
    }

    /** The same in the fast case. */
    public long remainderLeast() {
        return fast.remainder();
    }

    /** The same in the slow case. */
    public long remainderMost() {
        return slow.remainder();
    }
}
