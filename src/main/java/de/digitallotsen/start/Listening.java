package de.digitallotsen.start;

import io.quarkus.vertx.http.HttpServerStart;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the portal really listens. */
final class Listening {

    private Listening() {}

    /**
     * The port of the settings, or the one that the system has chosen if they say 0: Quarkus writes it into its
     * configuration.
     */
    static int port(HttpServerStart started) {
        int port = started.options().getPort();
        return port > 0
                ? port
                : ConfigProvider.getConfig()
                        .getOptionalValue("quarkus.http.port", Integer.class)
                        .orElse(port);
    }
}
