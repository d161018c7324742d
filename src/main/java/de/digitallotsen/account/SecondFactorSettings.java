package de.digitallotsen.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Second factors: of whom one is demanded, and where the key for their secrets is kept. */
@ConfigMapping(prefix = "digitallotsen.second-factor")
interface SecondFactorSettings {

    /** True if NSI, Ministry and auditors cannot work without one; never in the demonstration. */
    boolean required();

    /** The file with 32 bytes in Base64; the program makes one in the data folder if none is named. */
    Optional<String> keyLocation();
}
