package de.digitallotsen.report;

import java.time.LocalDate;

/**
 * Whether the money of a period will last, and if not, until when; with a range. Nothing here knows a database or the
 * clock.
 *
 * @param outcome what can be said
 * @param exhaustion the day on which the money no longer pays for a typical place; null if it lasts or nothing can be
 *     said
 * @param earliest the same if people register faster and all of them come; null if the money lasts even then
 * @param latest the same if people register more slowly and more of them stay away; null if the money lasts then
 * @param remainder what is left at the end of the period, in cents; null if nothing can be said
 * @param remainderLeast the same in the fast case
 * @param remainderMost the same in the slow case
 * @param basis on what all of it rests
 */
public record Forecast(
        Outcome outcome,
        LocalDate exhaustion,
        LocalDate earliest,
        LocalDate latest,
        Long remainder,
        Long remainderLeast,
        Long remainderMost,
        Basis basis) {

    /** Fewer reservations than this say nothing about a pace. */
    public static final int LEAST_RESERVATIONS = 10;
    /** Fewer days than this say nothing about a pace. */
    public static final int LEAST_DAYS = 28;

    /** What can be said. */
    public enum Outcome {
        /** Too few data: nothing is said rather than something guessed. */
        TOO_FEW_DATA,
        /** The money does not pay for one more typical place, or people already wait for it. */
        EXHAUSTED,
        /** It will run out before the period ends. */
        WILL_RUN_OUT,
        /** It will last until the period ends. */
        WILL_LAST
    }

    /**
     * What is known and what was assumed.
     *
     * @param observedDays days of the pace
     * @param reservations on those days
     * @param pace reservations a week, with its range
     * @param cancelPercent of those ever reserved that were cancelled
     * @param showPercent of those settled that attended; null while too few are settled: then everybody is taken to
     *     come
     * @param subsidyCents of a typical place
     * @param openSeats in seminars planned until the period's end
     */
    public record Basis(
            int observedDays,
            int reservations,
            Pace pace,
            int cancelPercent,
            Integer showPercent,
            long subsidyCents,
            int openSeats) {}

    /** Works it out: three ways on, the expected one, a fast and a slow one. */
    public static Forecast of(ForecastFacts facts) {
        Pace pace = Pace.of(facts.observed());
        Basis basis = new Basis(
                facts.observed().size(),
                (int) facts.observed().stream().mapToLong(Long::longValue).sum(),
                pace,
                (int) Math.round(facts.cancelShare() * 100),
                facts.showShare() == null ? null : (int) Math.round(facts.showShare() * 100),
                facts.subsidyCents(),
                facts.openSeats());
        if (facts.subsidyCents() > 0 && (facts.availableCents() < facts.subsidyCents() || facts.waiting() > 0)) {
            return exhausted(facts, pace, basis);
        }
        if (facts.everReserved() < LEAST_RESERVATIONS || facts.observed().size() < LEAST_DAYS) {
            return new Forecast(Outcome.TOO_FEW_DATA, null, null, null, null, null, null, basis);
        }
        Projection expected = Projection.of(facts, pace.perWeek(), facts.stayAwayShare());
        Projection fast = Projection.of(facts, pace.most(), 0);
        Projection slow = Projection.of(facts, pace.least(), facts.stayAwayMost());
        return new Forecast(
                expected.exhaustion() == null ? Outcome.WILL_LAST : Outcome.WILL_RUN_OUT,
                expected.exhaustion(),
                fast.exhaustion(),
                slow.exhaustion(),
                expected.remainder(),
                fast.remainder(),
                slow.remainder(),
                basis);
    }

    /** Nothing is foreseen about the day any more, but some money comes back from those who stay away. */
    private static Forecast exhausted(ForecastFacts facts, Pace pace, Basis basis) {
        Projection expected = Projection.of(facts, pace.perWeek(), facts.stayAwayShare());
        Projection fast = Projection.of(facts, pace.most(), 0);
        Projection slow = Projection.of(facts, pace.least(), facts.stayAwayMost());
        return new Forecast(
                Outcome.EXHAUSTED,
                facts.today(),
                facts.today(),
                facts.today(),
                expected.remainder(),
                fast.remainder(),
                slow.remainder(),
                basis);
    }
}
