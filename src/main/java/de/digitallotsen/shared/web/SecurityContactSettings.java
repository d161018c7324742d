package de.digitallotsen.shared.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who hears of weaknesses. */
@ConfigMapping(prefix = "digitallotsen.security")
interface SecurityContactSettings {

    /** A mail address or an address beginning with https:; without any, the operator's mail address. */
    Optional<String> contact();
}
