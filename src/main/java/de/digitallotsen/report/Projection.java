package de.digitallotsen.report;

import java.time.LocalDate;
import java.util.List;

/**
 * One way in which the period may go on, as {@link Play} works it out.
 *
 * @param exhaustion the first day on which the money does not pay for a typical place; null if that never happens
 * @param remainder at the end of the period, in cents
 * @param available what is neither reserved nor spent at the end of each day, from today to the last day of the period,
 *     in cents
 * @param turnedAway newcomers who found money, and no seat or no place of their Kommune
 */
public record Projection(LocalDate exhaustion, long remainder, List<Long> available, TurnedAway turnedAway) {

    /** How many newcomers were turned away, and by what. */
    public record TurnedAway(double bySeats, double byPlaces) {
        /** Less than one person is nobody. */
        private static final double SOMEBODY = 0.999;

        Forecast.Limit limit() {
            return byPlaces >= SOMEBODY && byPlaces >= bySeats
                    ? Forecast.Limit.PLACES
                    : bySeats >= SOMEBODY ? Forecast.Limit.DATES : Forecast.Limit.DEMAND;
        }
    }

    /** The same, exhausted on that day already. */
    Projection since(LocalDate day) {
        return new Projection(day, remainder, available, turnedAway);
    }
}
