package de.digitallotsen.account.web;

import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.UserSession;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/** The two cookies of a session: the signed access token and the refresh token. Neither can be read by a script. */
final class SessionCookies {

    static final String ACCESS = "digitallotsen-access";
    static final String REFRESH = "digitallotsen-refresh";

    private SessionCookies() {}

    static void set(RoutingContext request, Sessions.Tokens tokens) {
        request.response()
                .addCookie(cookie(request, ACCESS, tokens.accessToken()).setMaxAge(UserSession.IDLE.toSeconds()));
        request.response()
                .addCookie(cookie(request, REFRESH, tokens.refreshToken()).setMaxAge(UserSession.IDLE.toSeconds()));
    }

    static void clear(RoutingContext request) {
        request.response().addCookie(cookie(request, ACCESS, "").setMaxAge(0));
        request.response().addCookie(cookie(request, REFRESH, "").setMaxAge(0));
    }

    private static Cookie cookie(RoutingContext request, String name, String value) {
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
