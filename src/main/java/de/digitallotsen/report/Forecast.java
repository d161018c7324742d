package de.digitallotsen.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether the money of a period will last, and if not, until when; with a range. Nothing here knows a database or the
 * clock.
 *
 * @param outcome what can be said
 * @param limit what stops more people from being funded; null if nothing can be said
 * @param planned with the dates that are planned; null if nothing can be said
 * @param steady at the same pace to the end of the period, if there were dates for everybody; null if nothing can be
 *     said
 * @param basis on what all of it rests
 */
public record Forecast(Outcome outcome, Limit limit, Outlook planned, Outlook steady, Basis basis) {

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

    /** What stops more people from being funded. */
    public enum Limit {
        /** The money. */
        MONEY,
        /** The seats of the dates that are planned. */
        DATES,
        /** The places of the Kommunen (R3). */
        PLACES,
        /** Nothing: whoever registers at that pace finds everything. */
        DEMAND
    }

    /**
     * What is known and what was assumed.
     *
     * @param observed how many registered when
     * @param pace reservations a week, with its range
     * @param cancelPercent of those ever reserved that were cancelled
     * @param showPercent of those settled that attended; null while too few are settled: then everybody is taken to
     *     come
     * @param subsidyCents of a typical place
     * @param payable how many of those the money pays for; null where a place costs the Land nothing
     * @param supply what people can still register for
     */
    public record Basis(
            Observed observed,
            Pace pace,
            int cancelPercent,
            Integer showPercent,
            long subsidyCents,
            Long payable,
            Supply supply) {}

    /** Days of the pace, and reservations on those days. */
    public record Observed(int days, int reservations) {
        static Observed of(List<Long> days) {
            return new Observed(
                    days.size(), (int) days.stream().mapToLong(Long::longValue).sum());
        }
    }

    /**
     * What people can still register for.
     *
     * @param openSeats in seminars planned until the period's end
     * @param lastClosing the last day on which one can register for one of them; null if none is planned
     * @param freePlaces of the Kommunen
     */
    public record Supply(int openSeats, LocalDate lastClosing, long freePlaces) {}

    /** Works it out: three ways on, the expected one, a fast and a slow one. */
    public static Forecast of(ForecastFacts facts) {
        Pace pace = Pace.of(facts.observed());
        Basis basis = basis(facts, pace);
        long subsidy = facts.funds().subsidyCents();
        boolean exhausted = subsidy > 0 && (facts.funds().availableCents() < subsidy || facts.waitingInTurn() > 0);
        if (!exhausted
                && (facts.everReserved() < LEAST_RESERVATIONS
                        || facts.observed().size() < LEAST_DAYS)) {
            return new Forecast(Outcome.TOO_FEW_DATA, null, null, null, basis);
        }
        Outlook planned = Outlook.of(facts, pace);
        Outlook steady = Outlook.of(facts.withFurtherDates(), pace);
        if (exhausted) {
            return new Forecast(
                    Outcome.EXHAUSTED, Limit.MONEY, planned.since(facts.today()), steady.since(facts.today()), basis);
        }
        boolean lasts = planned.exhaustion() == null;
        return new Forecast(
                lasts ? Outcome.WILL_LAST : Outcome.WILL_RUN_OUT,
                lasts ? planned.expected().turnedAway().limit() : Limit.MONEY,
                planned,
                steady,
                basis);
    }

    private static Basis basis(ForecastFacts facts, Pace pace) {
        return new Basis(
                Observed.of(facts.observed()),
                pace,
                (int) Math.round(facts.cancelShare() * 100),
                facts.showShare() == null ? null : (int) Math.round(facts.showShare() * 100),
                facts.funds().subsidyCents(),
                facts.payable(),
                new Supply(
                        facts.openSeats(),
                        facts.lastClosing(),
                        Math.round(facts.places().free())));
    }
}
