package de.digitallotsen.account.web;

import java.security.Principal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.account.SessionLookup;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.ErrorAnswer;
import de.digitallotsen.shared.web.SecurityLog;
import de.digitallotsen.shared.web.SignedIn;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds out who sent a request: a bearer token below {@code /api/}, the cookies everywhere else. The interface takes no
 * cookie, so no page of somebody else can use it in a visitor's name. A token is worth what its session is worth on the
 * server.
 *
 * <p>A token that is wrong, too old or signed out makes an anonymous request; whoever needs more than that is told to
 * sign in. An outage is no anonymous request: it fails.
 */
@ApplicationScoped
@Priority(HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000)
public class SessionAuthentication implements HttpAuthenticationMechanism {

    /** Under this name a request says that it brought a token that is worth nothing. */
    static final String BAD_TOKEN = "digitallotsen.bad-token";

    private static final String BEARER = "bearer ";
    private static final SecurityIdentity ANONYMOUS = QuarkusSecurityIdentity.builder()
            .setAnonymous(true)
            .setPrincipal(new QuarkusPrincipal(""))
            .build();

    private final VerifiedTokens tokens;
    private final SessionLookup lookup;
    private final Sessions sessions;

    SessionAuthentication(VerifiedTokens tokens, SessionLookup lookup, Sessions sessions) {
        this.tokens = tokens;
        this.lookup = lookup;
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identityProviders) {
        boolean nothing = request.request().getHeader("Authorization") == null
                && SessionCookies.read(request, SessionCookies.ACCESS) == null
                && SessionCookies.read(request, SessionCookies.REFRESH) == null;
        if (nothing || isAsset(request.normalizedPath())) {
            return Uni.createFrom().item(ANONYMOUS);
        }
        return Uni.createFrom().item(() -> identify(request)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/kern/") || path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    private SecurityIdentity identify(RoutingContext request) {
        Optional<SignedIn> signedIn = request.normalizedPath().startsWith(ErrorAnswer.INTERFACE_PATH)
                ? fromBearer(request)
                : fromCookies(request);
        return signedIn.map(who -> identity(who, onlyReads(request))).orElse(ANONYMOUS);
    }

    private Optional<SignedIn> fromBearer(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        Optional<SignedIn> found = header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? find(header.substring(BEARER.length()).strip())
                : Optional.empty();
        if (found.isEmpty()) {
            request.put(BAD_TOKEN, true);
            SecurityLog.note(request, SecurityLog.TOKEN_REFUSED);
        }
        return found;
    }

    private Optional<SignedIn> fromCookies(RoutingContext request) {
        String access = SessionCookies.read(request, SessionCookies.ACCESS);
        Optional<SignedIn> found = access == null ? Optional.empty() : find(access);
        return found.isPresent() ? found : refresh(request);
    }

    /** The access token is short-lived; the refresh token brings the next one without the visitor noticing. */
    private Optional<SignedIn> refresh(RoutingContext request) {
        String refresh = SessionCookies.read(request, SessionCookies.REFRESH);
        if (refresh == null) {
            return Optional.empty();
        }
        try {
            Sessions.Tokens next = sessions.refresh(refresh, Sessions.PAGE_TOKEN);
            SessionCookies.set(request, next);
            return find(next.accessToken());
        } catch (RefusedException over) {
            SessionCookies.clear(request);
            return Optional.empty();
        }
    }

    private Optional<SignedIn> find(String token) {
        try {
            Optional<String> session = tokens.sessionOf(token);
            return session.isEmpty() ? Optional.empty() : lookup.find(session.get());
        } catch (ParseException worthless) {
            return Optional.empty();
        } catch (SQLException outage) {
            throw new IllegalStateException(outage);
        }
    }

    private static boolean onlyReads(RoutingContext request) {
        HttpMethod method = request.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    /**
     * For a request that only reads, auditors have the Ministry's role, too: a route that is new needs no word about
     * them, and nothing that acts is open to them unless it names them.
     */
    private static SecurityIdentity identity(SignedIn signedIn, boolean onlyReads) {
        Principal principal = new QuarkusPrincipal(String.valueOf(signedIn.userId()));
        Set<String> roles = Arrays.stream(Role.values())
                .filter(role -> onlyReads ? signedIn.role().readsAs(role) : signedIn.role() == role)
                .map(Role::name)
                .collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(roles)
                .addAttribute(SignedIn.ATTRIBUTE, signedIn)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"digitallotsen\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
