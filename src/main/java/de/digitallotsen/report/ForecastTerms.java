package de.digitallotsen.report;

import java.time.LocalDate;

/**
 * The terms that a forecast is made under: those in force, or others that somebody wonders about.
 *
 * @param rateBasisPoints what share of the fee the Land pays for new registrations, 0 to 10,000
 * @param placesPerKommune 1 to 4 (R3)
 * @param addCents money that is assumed to be added; negative if taken away
 * @param firstPersonsUntil the last day on which only the first person of each Kommune is funded; null if there is none
 */
public record ForecastTerms(int rateBasisPoints, int placesPerKommune, long addCents, LocalDate firstPersonsUntil) {}
