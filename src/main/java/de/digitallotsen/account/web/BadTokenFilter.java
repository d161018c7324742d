package de.digitallotsen.account.web;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A program that sends a worthless token is told so even where none is needed: it believes to be signed in. */
class BadTokenFilter {

    @ServerRequestFilter
    void refuse(RoutingContext request) {
        boolean signingIn = request.normalizedPath().startsWith("/api/v1/auth/");
        if (request.get(SessionAuthentication.BAD_TOKEN) != null && !signingIn) {
            throw new RefusedException(AccessRefusal.SESSION_ENDED);
        }
    }
}
