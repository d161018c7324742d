package de.digitallotsen.registration;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** The brake on substitutions: each writes to an address that somebody types. */
@ConfigMapping(prefix = "digitallotsen.substitution")
interface SubstitutionSettings {

    /** The time in which they are counted. */
    Duration within();

    /** Substitutions of one Kommune in that time, whoever makes them; at least 1. */
    int mostPerKommune();

    /** Substitutions to one mail address in that time, in the whole portal; at least 1. */
    int mostPerAddress();
}
