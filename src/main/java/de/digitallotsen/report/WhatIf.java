package de.digitallotsen.report;

import java.time.LocalDate;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.shared.Input;

/**
 * Terms that somebody wonders about; what is null stays as it is.
 *
 * @param rateBasisPoints 0 to 10,000, for new registrations
 * @param placesPerKommune 1 to 4
 * @param addCents money to be added; negative to be taken away, at most what is available (R12)
 * @param firstPersonsUntil only first persons are funded until that day, today to the last day of the period
 * @param everybody true: the preference that is in force ends today
 */
public record WhatIf(
        Long rateBasisPoints, Long placesPerKommune, Long addCents, LocalDate firstPersonsUntil, boolean everybody) {

    /** Everything as it is. */
    public static final WhatIf NOTHING = new WhatIf(null, null, null, null, false);

    /** @throws de.digitallotsen.shared.InvalidInputException for terms that could not be set */
    ForecastTerms check(ForecastTerms inForce, long availableCents, LocalDate today, LocalDate lastDay) {
        Input input = new Input();
        long rate = rateBasisPoints == null ? inForce.rateBasisPoints() : rateBasisPoints;
        long places = placesPerKommune == null ? inForce.placesPerKommune() : placesPerKommune;
        long add = addCents == null ? 0 : addCents;
        input.percent("ratePercent", "Fördersatz in Prozent", rate, 0, Programme.WHOLE);
        input.number("placesPerKommune", "Förderplätze je Kommune", places, 1, Programme.MOST_PLACES);
        input.euro("addCents", "Zusätzliche Mittel in Euro", add, -availableCents, AdjustBudget.MOST_CENTS);
        input.check(
                firstPersonsUntil == null || !firstPersonsUntil.isBefore(today) && !firstPersonsUntil.isAfter(lastDay),
                "firstPersonsUntil",
                "first-persons.day",
                "today",
                today,
                "lastDay",
                lastDay);
        input.check(firstPersonsUntil == null || !everybody, "firstPersonsUntil", "what-if.either");
        input.throwIfWrong();
        LocalDate until = firstPersonsUntil == null ? inForce.firstPersonsUntil() : firstPersonsUntil;
        return new ForecastTerms((int) rate, (int) places, add, everybody ? null : until);
    }
}
