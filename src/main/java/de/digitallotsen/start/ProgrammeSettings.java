package de.digitallotsen.start;

import io.smallrye.config.ConfigMapping;

/** With what the programme is founded on an empty database. */
@ConfigMapping(prefix = "digitallotsen.programme")
interface ProgrammeSettings {

    String name();

    /** What the Land pays of a fee; basis points, 5000 is one half. */
    int rateBasisPoints();

    /** Funded places of each Kommune. */
    int placesPerKommune();
}
