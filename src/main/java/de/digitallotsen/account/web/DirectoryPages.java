package de.digitallotsen.account.web;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.account.DirectorySettings;
import de.digitallotsen.account.SignInByDirectory;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.OwnPages;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Provider;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The way in by the directory of an authority. Whoever gets here has been there and back: Quarkus has sent them and has
 * checked signature, issuer, nonce and time of what they brought. What begins here is a session like any other; nothing
 * of the directory's is kept.
 */
@Path("/einloggen/verzeichnis")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class DirectoryPages {

    private final DirectorySettings settings;
    private final SignInByDirectory signIn;
    private final OwnPages ownPages;
    private final SecurityIdentity identity;
    private final Provider<OidcSession> session;

    DirectoryPages(
            DirectorySettings settings,
            SignInByDirectory signIn,
            OwnPages ownPages,
            SecurityIdentity identity,
            Provider<OidcSession> session) {
        this.settings = settings;
        this.signIn = signIn;
        this.ownPages = ownPages;
        this.identity = identity;
        this.session = session;
    }

    /** @throws RefusedException NOT_FOUND where no directory is set up */
    @GET
    public Response arrive(@QueryParam("ziel") String target, RoutingContext request) {
        if (!settings.enabled() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        try {
            SessionCookies.begin(request, signIn.handle(recognised(token), Visitor.visit(request)));
        } finally {
            // What Quarkus keeps between two requests ends at once: the portal's own session is the only one.
            session.get().logout().await().indefinitely();
        }
        return new Link(ownPages.page(target)).seeOther();
    }

    private SignInByDirectory.Recognised recognised(JsonWebToken token) {
        return new SignInByDirectory.Recognised(
                token.getIssuer(),
                token.getSubject(),
                text(token, "email"),
                isVerified(text(token, "email_verified")),
                text(token, "name"),
                texts(token, settings.groupsClaim()),
                text(token, settings.kommuneClaim()));
    }

    private boolean isVerified(String claim) {
        return claim == null ? settings.vouchesForAddresses() : Boolean.parseBoolean(claim);
    }

    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value == null ? null : plain(value);
    }

    private static Set<String> texts(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value instanceof Collection<?> many
                ? many.stream().map(DirectoryPages::plain).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static String plain(Object value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
