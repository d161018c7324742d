package de.digitallotsen.wrong.kommune;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.wrong.registration.ImportsItsOwnWeb;

/** Wrong on purpose: its name, its import, and where it gets the time from. */
public class KommuneService {
    ImportsItsOwnWeb up;
    Instant now = Instant.now();
    LocalDate today = LocalDate.now();
    Clock clock = Clock.systemUTC();
    long millis = System.currentTimeMillis();

    /** Wrong on purpose: its name. */
    static class SeminarHelper {}
}
