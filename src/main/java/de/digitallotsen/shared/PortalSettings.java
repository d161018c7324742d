package de.digitallotsen.shared;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/**
 * What the portal is, and what no feature alone is asked for ({@code digitallotsen.*}). A name below that nobody has
 * mapped is a mistake: the portal does not start with it.
 */
@ConfigMapping(prefix = "digitallotsen")
public interface PortalSettings {

    /** True if demo data with well-known passwords fill an empty database. */
    boolean demo();

    /** True while only a command is run; the program sets it itself. */
    boolean command();

    /** The address under which everybody reaches the portal; set, the portal is in production. */
    Optional<String> publicUrl();

    /** The folder of the embedded database and the keys; read before anything else, by its name. */
    String dataDir();

    Jobs jobs();

    Budget budget();

    EndPromotion endPromotion();

    /** Jobs that run from time to time; the scheduler reads their settings by name. */
    interface Jobs {
        /** How long after the start they begin; a duration. */
        Duration firstAfter();
    }

    /** Looking at what the budget has come to. */
    interface Budget {
        /** How often; a duration, or „off“. */
        String watchEvery();
    }

    /** Telling those who wait that nobody is promoted any more. */
    interface EndPromotion {
        /** How often; a duration, or „off“. */
        String every();
    }
}
