package de.digitallotsen.shared.web;

import java.time.Duration;
import java.util.Optional;

import de.digitallotsen.shared.Hashes;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * That something was just done, on its way from the act to the page that says so: only that page says it, only to
 * whoever did it, and only once. An address alone, passed on or opened again after things have changed, says nothing.
 */
final class JustDone {

    private static final String COOKIE = "meldung";
    /** From the answer to the next page; nobody comes back for it. */
    private static final long SECONDS = Duration.ofMinutes(1).toSeconds();

    private static final int LETTERS_OF_HASH = 16;

    private JustDone() {}

    /** The request that is being answered did it. */
    static void note(String address, String done) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request != null) {
            set(request.unwrap(RoutingContext.class), value(address.replaceFirst("[?#].*$", ""), done), SECONDS);
        }
    }

    /** True if just this was done and this page is to say it; from then on it is said. */
    static boolean take(RoutingContext request, String done) {
        boolean just = Optional.ofNullable(request.request().getCookie(COOKIE))
                .filter(cookie ->
                        cookie.getValue().equals(value(request.request().path(), done)))
                .isPresent();
        if (just && !request.response().headWritten()) {
            set(request, "", 0);
        }
        return just;
    }

    private static String value(String path, String done) {
        return done + '.' + Hashes.sha256(path).substring(0, LETTERS_OF_HASH);
    }

    private static void set(RoutingContext request, String value, long seconds) {
        request.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setSecure(HostCookies.isTls(request.request()))
                        .setMaxAge(seconds));
    }
}
