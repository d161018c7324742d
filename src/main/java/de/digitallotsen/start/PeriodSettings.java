package de.digitallotsen.start;

import java.time.LocalDate;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The first funding period of a programme that is founded. */
@ConfigMapping(prefix = "digitallotsen.period")
interface PeriodSettings {

    /** Without it the first of January of this year. */
    Optional<LocalDate> firstDay();

    /** Included; without it two years after the first day. */
    Optional<LocalDate> lastDay();

    /** What the Land puts in; cents. */
    long budgetCents();
}
