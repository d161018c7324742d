package de.digitallotsen.shared.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The security log. How much of it is kept is said by {@code quarkus.log.handler.file."security".rotation}. */
@ConfigMapping(prefix = "digitallotsen.security-log")
interface SecurityLogSettings {

    /** Where it is written; read by the logging itself. */
    String file();

    /**
     * The file with 32 bytes in Base64 by which pseudonyms are made; the program makes one in the data folder if none
     * is named. Without any, pseudonyms are others after each start.
     */
    Optional<String> keyLocation();
}
