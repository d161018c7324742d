package de.digitallotsen.registration;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** The brake on dry runs: each line says something about a person or a date. */
@ConfigMapping(prefix = "digitallotsen.preview")
interface DryRunSettings {

    /** The time in which they are counted. */
    Duration within();

    /** Lines of one account of a Kommune in that time; a single person is one line. At least 1. */
    int mostLines();

    /** The same for an account of the NSI, which tries out whole lists again and again and sees everybody anyway. */
    int mostLinesOfNsi();
}
