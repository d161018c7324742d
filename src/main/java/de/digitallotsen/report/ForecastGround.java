package de.digitallotsen.report;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.programme.Programme;

/**
 * What is known of a period whatever terms hold; {@link #under} says what that means under certain terms.
 *
 * @param inForce the terms as they are
 * @param today the day of the forecast
 * @param lastDay of the period
 * @param money what there is of it
 * @param history of those who registered
 * @param seminars that are not over or not settled
 * @param kommunen that may take part, by what they use
 */
record ForecastGround(
        ForecastTerms inForce,
        LocalDate today,
        LocalDate lastDay,
        Money money,
        ForecastFacts.History history,
        List<ForecastFacts.PlannedSeminar> seminars,
        List<Kommunen> kommunen) {

    /**
     * The money, whatever part of the fee the Land pays.
     *
     * @param availableCents neither reserved nor spent
     * @param queue who waits for that
     * @param feeCents of a typical place
     */
    record Money(long availableCents, ForecastFacts.Queue queue, long feeCents) {}

    /**
     * Kommunen that use as much.
     *
     * @param used places of each
     * @param funded persons of each who are funded, now or in an earlier period that counts
     * @param number how many Kommunen these are
     */
    record Kommunen(long used, long funded, long number) {}

    /** The facts under these terms. */
    ForecastFacts under(ForecastTerms terms) {
        return new ForecastFacts(today, lastDay, funds(terms), history, seminars, places(terms));
    }

    /** Money that is added, and a preference that ends, serve those who wait first (R14). */
    private ForecastFacts.Funds funds(ForecastTerms terms) {
        ForecastFacts.Queue queue = money.queue();
        long cents = Math.max(0, money.availableCents() + terms.addCents());
        boolean handsOut =
                terms.addCents() > 0 || inForce.firstPersonsUntil() != null && terms.firstPersonsUntil() == null;
        long inTurn = queue.persons() - (terms.firstPersonsUntil() == null ? 0 : queue.later());
        long served = !handsOut ? 0 : queue.each() == 0 ? inTurn : Math.min(inTurn, cents / queue.each());
        return new ForecastFacts.Funds(
                cents - served * queue.each(),
                Programme.subsidyOf(money.feeCents(), terms.rateBasisPoints()),
                queue.less(served));
    }

    private ForecastFacts.KommunePlaces places(ForecastTerms terms) {
        long free = 0;
        long persons = 0;
        long reached = 0;
        long firstFree = 0;
        for (Kommunen some : kommunen) {
            free += some.number() * Math.max(0, terms.placesPerKommune() - some.used());
            persons += some.number() * some.funded();
            reached += some.funded() > 0 ? some.number() : 0;
            firstFree += some.funded() > 0 ? 0 : some.number();
        }
        return new ForecastFacts.KommunePlaces(
                free, firstFree, persons == 0 ? 1 : reached / (double) persons, terms.firstPersonsUntil());
    }
}
