package de.digitallotsen.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a forecast rests on, under certain terms.
 *
 * @param today the day on which it is made
 * @param lastDay of the period
 * @param funds what there is, and who waits for it
 * @param history of those who registered
 * @param seminars that are not over or not settled
 * @param places of the Kommunen
 */
public record ForecastFacts(
        LocalDate today,
        LocalDate lastDay,
        Funds funds,
        History history,
        List<PlannedSeminar> seminars,
        KommunePlaces places) {

    /** Fewer settled registrations than this say nothing about how many stay away. */
    private static final long LEAST_SETTLED = 10;

    private static final double EIGHTY_PERCENT = 1.2816;

    /**
     * The money, in cents.
     *
     * @param availableCents neither reserved nor spent
     * @param subsidyCents what the Land pays for a typical place; 0 if it pays nothing or nothing is known about that
     * @param queue who waits for it
     */
    public record Funds(long availableCents, long subsidyCents, Queue queue) {}

    /**
     * Registrations that wait for money and could still be promoted.
     *
     * @param persons all of them
     * @param later of those, who is not the first person of a Kommune
     * @param cents what all of them wait for
     */
    public record Queue(long persons, long later, long cents) {
        static final Queue EMPTY = new Queue(0, 0, 0);

        /** What one of them waits for on average, in cents. */
        long each() {
            return persons == 0 ? 0 : cents / persons;
        }

        /** As many as the money pays for are served; those whose turn it is not wait on. */
        Queue less(long served) {
            return new Queue(persons - served, Math.min(later, persons - served), cents - served * each());
        }
    }

    /**
     * The places of the Kommunen (R3).
     *
     * @param free that may still be taken
     * @param firstFree Kommunen of which nobody is funded yet
     * @param firstShare of all persons funded, the share who are the first of their Kommune
     * @param firstPersonsUntil the last day on which only first persons are funded; null if there is none
     */
    public record KommunePlaces(double free, double firstFree, double firstShare, LocalDate firstPersonsUntil) {
        boolean preferOn(LocalDate day) {
            return firstPersonsUntil != null && !day.isAfter(firstPersonsUntil);
        }
    }

    /**
     * Of those who registered.
     *
     * @param observed reservations of each of the last days, in order, without today
     * @param outcomes what became of earlier reservations
     */
    public record History(List<Long> observed, Outcomes outcomes) {}

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

    List<Long> observed() {
        return history.observed();
    }

    long everReserved() {
        return history.outcomes().reserved();
    }

    /** Of those ever reserved, the share that was cancelled before the seminar. */
    double cancelShare() {
        return history.outcomes().reserved() == 0
                ? 0
                : Math.min(
                        1,
                        history.outcomes().cancelled()
                                / (double) history.outcomes().reserved());
    }

    private long settled() {
        return history.outcomes().attended() + history.outcomes().stayedAway();
    }

    /** Of those settled, the share that attended; null while too few are settled. */
    Double showShare() {
        return settled() < LEAST_SETTLED ? null : history.outcomes().attended() / (double) settled();
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

    /** Who waits for money and would have it, if there were any. */
    long waitingInTurn() {
        return funds.queue().persons() - (places.preferOn(today) ? funds.queue().later() : 0);
    }

    /** How many places the money that is there pays for; null where a place costs the Land nothing. */
    Long payable() {
        return funds.subsidyCents() == 0 ? null : Long.valueOf(funds.availableCents() / funds.subsidyCents());
    }

    /** The last day on which one can register for a seminar that is planned; null if none is. */
    LocalDate lastClosing() {
        return seminars.stream()
                .map(PlannedSeminar::closes)
                .filter(closes -> !closes.isBefore(today))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** The same, if there were dates for everybody until the period ends. */
    ForecastFacts withFurtherDates() {
        List<PlannedSeminar> further = new ArrayList<>(seminars);
        further.add(new PlannedSeminar(today, lastDay, lastDay, Integer.MAX_VALUE, 0));
        return new ForecastFacts(today, lastDay, funds, history, further, places);
    }

    int openSeats() {
        return seminars.stream()
                .filter(seminar -> !seminar.closes().isBefore(today))
                .mapToInt(PlannedSeminar::freeSeats)
                .sum();
    }
}
