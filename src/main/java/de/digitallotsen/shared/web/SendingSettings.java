package de.digitallotsen.shared.web;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How long the portal listens. */
@ConfigMapping(prefix = "digitallotsen.sending")
interface SendingSettings {

    /** So long a request may take to arrive, with everything that it carries. */
    Duration patience();
}
