package de.digitallotsen.shared.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import de.digitallotsen.shared.Hashes;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * What the portal asks of itself before it serves, to get warm. That comes under no public name, tries what is refused,
 * and nobody need hear of it. It is known by a key that is made anew at each start and told to nobody.
 */
@Singleton
public class OwnRequests {

    /** Carries the key. */
    public static final String HEADER = "X-Digitallotsen-Own";

    private final String key = Hashes.randomToken();

    public String key() {
        return key;
    }

    boolean isOne(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        return given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }
}
