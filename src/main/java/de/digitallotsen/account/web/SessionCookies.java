package de.digitallotsen.account.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import de.digitallotsen.account.KnownDevices;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.UserSession;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * The two cookies of a session, the signed access token and the refresh token, and the one by which a browser is known
 * that has signed in before. None can be read by a script.
 */
final class SessionCookies {

    static final String ACCESS = "digitallotsen-access";
    static final String REFRESH = "digitallotsen-refresh";
    /** Outlives the session. */
    static final String DEVICE = "digitallotsen-device";

    /** As quarkus-rest-csrf names and makes its own; under the second name a request carries the one that counts. */
    private static final String FORM_TOKEN = "csrf-token";

    private static final String CURRENT_TOKEN = "csrf_token";
    private static final int TOKEN_BYTES = 16;
    private static final Duration FORM_TOKEN_KEPT = Duration.ofHours(12);
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionCookies() {}

    /** Somebody has just signed in. */
    static void begin(RoutingContext request, Sessions.Tokens tokens) {
        renewFormToken(request);
        set(request, tokens);
        request.response()
                .addCookie(cookie(request, DEVICE, tokens.deviceToken()).setMaxAge(KnownDevices.KEPT.toSeconds()));
    }

    /** The session goes on. */
    static void set(RoutingContext request, Sessions.Tokens tokens) {
        request.response()
                .addCookie(cookie(request, ACCESS, tokens.accessToken()).setMaxAge(UserSession.IDLE.toSeconds()));
        request.response()
                .addCookie(cookie(request, REFRESH, tokens.refreshToken()).setMaxAge(UserSession.IDLE.toSeconds()));
    }

    /** The token of the forms is another one after signing in: one that somebody planted before is good for nothing. */
    private static void renewFormToken(RoutingContext request) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        request.put(CURRENT_TOKEN, token);
        request.response().addCookie(cookie(request, FORM_TOKEN, token).setMaxAge(FORM_TOKEN_KEPT.toSeconds()));
    }

    static void clear(RoutingContext request) {
        request.response().addCookie(cookie(request, ACCESS, "").setMaxAge(0));
        request.response().addCookie(cookie(request, REFRESH, "").setMaxAge(0));
    }

    static Cookie cookie(RoutingContext request, String name, String value) {
        boolean tls =
                request.request().isSSL() || "https".equals(request.request().scheme());
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(tls)
                .setSameSite(CookieSameSite.LAX);
    }

    static String read(RoutingContext request, String name) {
        Cookie cookie = request.request().getCookie(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }
}
