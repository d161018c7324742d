package de.digitallotsen.account.web;

import java.util.Optional;
import java.util.Set;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.ErrorAnswer;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.SignedIn;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever has to have a second factor and has none can set one up, sign out and read what the law wants everybody to be
 * able to read. Every other page leads there; the interface refuses. Before the route is looked for, so that no new one
 * is forgotten.
 */
class SecondFactorGate {

    private static final Set<String> OPEN = Set.of(
            "/konto/zweiter-faktor",
            "/konto/zweiter-faktor/bestaetigen",
            "/ausloggen",
            "/sitzung",
            "/hilfe",
            "/barrierefreiheit",
            "/datenschutz",
            "/impressum",
            "/api/v1/auth/token",
            "/api/v1/auth/refresh",
            "/api/v1/auth/sign-out",
            "/api/v1/auth/second-factor",
            "/api/v1/auth/second-factor/confirmation");

    private final CurrentUser user;

    SecondFactorGate(CurrentUser user) {
        this.user = user;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> look(RoutingContext request) {
        String path = request.normalizedPath();
        if (!user.signedIn().map(SignedIn::secondFactorDue).orElse(false) || OPEN.contains(path)) {
            return Optional.empty();
        }
        if (path.startsWith(ErrorAnswer.INTERFACE_PATH)) {
            throw new RefusedException(AccessRefusal.SECOND_FACTOR_DUE);
        }
        return Optional.of(Link.to(SecondFactorPages.class).seeOther());
    }
}
