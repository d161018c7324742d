package de.digitallotsen.account.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.account.ChangePassword;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.SignIn;
import de.digitallotsen.account.Visit;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Problem;
import de.digitallotsen.shared.web.SignedIn;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out for programs. */
@Path("/api/v1/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Zugang", description = "Einloggen, verlängern, ausloggen")
public class AuthResource {

    private final SignIn signIn;
    private final Sessions sessions;
    private final ChangePassword changePassword;
    private final CurrentUser user;

    AuthResource(SignIn signIn, Sessions sessions, ChangePassword changePassword, CurrentUser user) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.changePassword = changePassword;
        this.user = user;
    }

    /** Address and password. */
    public record Credentials(
            @Schema(examples = "personal@langenhagen.example")
            String email,

            @Schema(examples = "ein langes Passwort") String password,

            @Schema(examples = "123456", description = "Code des zweiten Faktors, wo einer eingerichtet ist")
            String otp) {}

    /** Another password for the own account. */
    public record NewPassword(String currentPassword, String password) {}

    /** One of the own sessions. */
    @Schema(name = "Session")
    public record SessionJson(
            String id,

            @Schema(examples = "Firefox unter Windows") String device,

            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,

            @Schema(description = "die Sitzung dieser Anfrage")
            boolean current) {}

    /** What keeps a session going. */
    public record Refresh(String refreshToken) {}

    /**
     * A session.
     *
     * @param expiresIn seconds
     */
    public record Token(String accessToken, String tokenType, long expiresIn, String refreshToken) {
        static Token of(Sessions.Tokens tokens) {
            return new Token(
                    tokens.accessToken(), "Bearer", Sessions.INTERFACE_TOKEN.toSeconds(), tokens.refreshToken());
        }
    }

    @POST
    @Path("/token")
    @PermitAll
    @Operation(
            summary = "Einloggen",
            description =
                    "Gibt ein signiertes Zugangstoken. Es gilt 30 Minuten und endet sofort, wenn Sie sich ausloggen.")
    @APIResponse(
            responseCode = "200",
            description = "Eingeloggt",
            content = @Content(schema = @Schema(implementation = Token.class)))
    @APIResponse(
            responseCode = "401",
            description = "Adresse oder Passwort stimmen nicht (SIGN_IN_FAILED), oder der Code fehlt"
                    + " (SECOND_FACTOR_REQUIRED) oder stimmt nicht (SECOND_FACTOR_WRONG)",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "Zu viele Versuche, siehe Retry-After",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    public Token token(Credentials credentials, RoutingContext request) {
        Credentials given = credentials == null ? new Credentials(null, null, null) : credentials;
        return Token.of(signIn.handle(new SignIn.Command(
                given.email(),
                given.password(),
                Visit.from(Visitor.address(request)),
                Sessions.INTERFACE_TOKEN,
                given.otp())));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(
            summary = "Sitzung verlängern",
            description = "Jedes Erneuerungstoken gilt einmal; die Antwort enthält das nächste.")
    public Token refresh(Refresh refresh) {
        Input input = new Input();
        String token =
                input.required("refreshToken", "refreshToken", refresh == null ? null : refresh.refreshToken(), 200);
        input.throwIfWrong();
        return Token.of(sessions.refresh(token, Sessions.INTERFACE_TOKEN));
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(
            summary = "Ausloggen",
            description = "Beendet die Sitzung auf dem Server; ihre Tokens gelten ab sofort nicht mehr.")
    @APIResponse(responseCode = "204", description = "Ausgeloggt")
    public void signOut() {
        user.signedIn().ifPresent(signedIn -> sessions.end(signedIn.sessionId()));
    }

    @GET
    @Path("/sessions")
    @Authenticated
    @Operation(summary = "Eigene Sitzungen", description = "Die neueste zuerst.")
    public List<SessionJson> sessions() {
        SignedIn me = user.signedIn().orElseThrow();
        return sessions.of(me.userId()).stream()
                .map(s -> new SessionJson(
                        s.id(),
                        s.device(),
                        s.createdAt(),
                        s.refreshedAt(),
                        s.expiresAt(),
                        s.id().equals(me.sessionId())))
                .toList();
    }

    @DELETE
    @Path("/sessions/{id}")
    @Authenticated
    @Operation(
            summary = "Eine Sitzung beenden",
            description = "Eine der eigenen; ihre Tokens gelten ab sofort nicht mehr.")
    @APIResponse(responseCode = "204", description = "Beendet")
    public void endSession(@PathParam("id") String id) {
        sessions.endOneOf(user.signedIn().orElseThrow().userId(), id);
    }

    @POST
    @Path("/sign-out-everywhere")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(summary = "Überall ausloggen", description = "Beendet alle eigenen Sitzungen, auch diese.")
    @APIResponse(responseCode = "204", description = "Ausgeloggt")
    public void signOutEverywhere() {
        user.signedIn().ifPresent(me -> sessions.endAll(me.userId(), null));
    }

    @POST
    @Path("/password")
    @Authenticated
    @Operation(summary = "Eigenes Passwort ändern", description = "Alle anderen Sitzungen enden.")
    @APIResponse(responseCode = "204", description = "Geändert")
    public void changePassword(NewPassword wanted) {
        SignedIn me = user.signedIn().orElseThrow();
        NewPassword given = wanted == null ? new NewPassword(null, null) : wanted;
        changePassword.handle(
                me.actor(),
                new ChangePassword.Command(
                        given.currentPassword(), given.password(), given.password(), me.sessionId()));
    }
}
