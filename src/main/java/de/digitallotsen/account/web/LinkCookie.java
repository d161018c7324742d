package de.digitallotsen.account.web;

import java.time.Duration;

import de.digitallotsen.shared.web.Link;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/**
 * Keeps the token of a link from a mail while its form is filled in. The link is followed once; from then on the token
 * travels in a cookie, and the address of the page is the same for everybody: neither the history nor a log nor the
 * header {@code Referer} of what comes afterwards holds it.
 *
 * @param name of the cookie
 * @param page where the form is
 */
record LinkCookie(String name, String page) {

    static final LinkCookie INVITATION = new LinkCookie("digitallotsen-einladung", "/einladung");
    static final LinkCookie NEW_PASSWORD = new LinkCookie("digitallotsen-passwort-neu", "/passwort-neu");

    /** Enough to fill in a form; afterwards the link is followed again. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** Somebody has followed the link. */
    Response lead(RoutingContext request, String token) {
        request.response().addCookie(SessionCookies.cookie(request, name, token).setMaxAge(KEPT.toSeconds()));
        return Link.to(page).seeOther();
    }

    /** Empty if nobody has followed a link here. */
    String token(RoutingContext request) {
        String token = SessionCookies.read(request, name);
        return token == null ? "" : token;
    }

    /** The link has done what it was for. */
    void forget(RoutingContext request) {
        request.response().addCookie(SessionCookies.cookie(request, name, "").setMaxAge(0));
    }
}
