package de.digitallotsen.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where the key for the secrets of second factors is kept. */
@ConfigMapping(prefix = "digitallotsen.second-factor")
interface SecondFactorSettings {

    /** The file with 32 bytes in Base64; the program makes one in the data folder if none is named. */
    Optional<String> keyLocation();
}
