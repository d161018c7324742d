package de.digitallotsen.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import de.digitallotsen.account.Sessions;
import de.digitallotsen.shared.web.OwnRequests;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;

/**
 * Asks the portal over HTTP for what anybody may see, and for something that it refuses, once with the token of a
 * session that never was and then with forged ones: listening, reading JSON, checking signatures, answering. Changes
 * nothing.
 */
@Singleton
class Rounds {

    private static final List<String> PUBLIC = List.of("/", "/api/v1/seminars?size=20");
    private static final String REFUSED = "/api/v1/registrations";
    private static final String UNREADABLE = "/api/v1/auth/token";
    private static final int REPEATS = 2;
    private static final int PATIENCE_MILLIS = 2000;
    private static final int SIGNATURE_CHARACTERS_SPARED = 100;

    private final OwnRequests ownRequests;
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile URI portal;
    private volatile String token;
    private int forgeries;

    Rounds(OwnRequests ownRequests) {
        this.ownRequests = ownRequests;
    }

    /** Where the portal listens. */
    void at(String host, int port) {
        boolean everywhere = host == null || host.equals("0.0.0.0") || host.equals("::");
        portal = URI.create("http://" + (everywhere ? "127.0.0.1" : host) + ":" + port);
        listening.countDown();
    }

    /** Waits until it listens; without an HTTP port (TLS alone) there is no walk. */
    void findTheWay() throws InterruptedException {
        if (!listening.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        token = Jwt.subject("0")
                .groups("KOMMUNE")
                .claim(Sessions.SESSION_CLAIM, "warm-up")
                .expiresIn(60)
                .sign();
    }

    /** One walk past all of it. */
    void walk() throws IOException {
        if (token == null) {
            return;
        }
        for (int i = 0; i < REPEATS; i++) {
            for (String path : PUBLIC) {
                ask(path, null, null);
            }
            ask(REFUSED, token, null);
            ask(REFUSED, forged(), "{\"seminarId\":0,\"participant\":{},\"acceptWaiting\":false}");
            ask(UNREADABLE, null, "{\"email\":\"\",\"password\":\"\"}");
        }
    }

    /** Another one each time, because the portal remembers those that are right. */
    private String forged() {
        int signature = token.length() - SIGNATURE_CHARACTERS_SPARED;
        return token.substring(0, signature)
                + Integer.toString(1_000_000 + forgeries++)
                + token.substring(signature + 7);
    }

    private void ask(String path, String bearer, String json) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) portal.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty(OwnRequests.HEADER, ownRequests.key());
        connection.setRequestProperty("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
        if (bearer != null) {
            connection.setRequestProperty("Authorization", "Bearer " + bearer);
        }
        if (json != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream body = connection.getOutputStream()) {
                body.write(json.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (InputStream answer = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            if (answer != null) {
                answer.readAllBytes();
            }
        }
    }
}
