package de.digitallotsen.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What a forecast rests on.
 *
 * @param today the day on which it is made
 * @param lastDay of the period
 * @param availableCents neither reserved nor spent
 * @param waiting registrations that wait for money
 * @param subsidyCents what the Land pays for a typical place; 0 if nothing is known about that
 * @param observed reservations of each of the last days, in order, without today
 * @param outcomes what became of earlier reservations
 * @param seminars that are not over or not settled
 */
public record ForecastFacts(
        LocalDate today,
        LocalDate lastDay,
        long availableCents,
        long waiting,
        long subsidyCents,
        List<Long> observed,
        Outcomes outcomes,
        List<PlannedSeminar> seminars) {

    /** Fewer settled registrations than this say nothing about how many stay away. */
    private static final long LEAST_SETTLED = 10;

    private static final double EIGHTY_PERCENT = 1.2816;

    /**
     * What became of all reservations ever made in the period.
     *
     * @param reserved all of them
     * @param cancelled given back before the seminar
     * @param attended spent
     * @param stayedAway given back because nobody came
     */
    public record Outcomes(long reserved, long cancelled, long attended, long stayedAway) {}

    /**
     * A seminar that may take more people, or whose people are not settled yet.
     *
     * @param opens first day of registration
     * @param closes last day of registration
     * @param lastDay after which it is settled
     * @param freeSeats that may still be taken
     * @param reservedCents bound by those who have a seat
     */
    public record PlannedSeminar(
            LocalDate opens, LocalDate closes, LocalDate lastDay, int freeSeats, long reservedCents) {
        boolean isOpenOn(LocalDate day) {
            return !day.isBefore(opens) && !day.isAfter(closes);
        }
    }

    long everReserved() {
        return outcomes.reserved();
    }

    /** Of those ever reserved, the share that was cancelled before the seminar. */
    double cancelShare() {
        return outcomes.reserved() == 0 ? 0 : Math.min(1, outcomes.cancelled() / (double) outcomes.reserved());
    }

    private long settled() {
        return outcomes.attended() + outcomes.stayedAway();
    }

    /** Of those settled, the share that attended; null while too few are settled. */
    Double showShare() {
        return settled() < LEAST_SETTLED ? null : outcomes.attended() / (double) settled();
    }

    /** The share of reservations that comes back after the seminar; nothing while too few are settled. */
    double stayAwayShare() {
        return showShare() == null ? 0 : 1 - showShare();
    }

    /** The same at the upper end of its range. */
    double stayAwayMost() {
        double share = stayAwayShare();
        return showShare() == null
                ? 0
                : Math.min(
                        1,
                        share + EIGHTY_PERCENT * Math.sqrt(Math.max(share * (1 - share), 1.0 / settled()) / settled()));
    }

    int openSeats() {
        return seminars.stream()
                .filter(seminar -> !seminar.closes().isBefore(today))
                .mapToInt(PlannedSeminar::freeSeats)
                .sum();
    }
}
