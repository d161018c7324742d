package de.digitallotsen.account.web;

import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.SignIn;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Problem;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
    private final CurrentUser user;

    AuthResource(SignIn signIn, Sessions sessions, CurrentUser user) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.user = user;
    }

    /** Address and password. */
    public record Credentials(@Schema(examples = "personal@langenhagen.example") String email, @Schema(examples = "ein langes Passwort") String password) {
    }

    /** What keeps a session going. */
    public record Refresh(String refreshToken) {
    }

    /**
     * A session.
     *
     * @param expiresIn seconds
     */
    public record Token(String accessToken, String tokenType, long expiresIn, String refreshToken) {
        static Token of(Sessions.Tokens tokens) {
            return new Token(tokens.accessToken(), "Bearer", Sessions.INTERFACE_TOKEN.toSeconds(), tokens.refreshToken());
        }
    }

    @POST
    @Path("/token")
    @PermitAll
    @Operation(summary = "Einloggen", description = "Gibt ein signiertes Zugangstoken. Es gilt 30 Minuten und endet sofort, wenn Sie sich ausloggen.")
    @APIResponse(responseCode = "200", description = "Eingeloggt", content = @Content(schema = @Schema(implementation = Token.class)))
    @APIResponse(responseCode = "401", description = "Adresse oder Passwort stimmen nicht", content = @Content(schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "429", description = "Zu viele Versuche, siehe Retry-After", content = @Content(schema = @Schema(implementation = Problem.class)))
    public Token token(Credentials credentials, RoutingContext request) {
        Credentials given = credentials == null ? new Credentials(null, null) : credentials;
        return Token.of(signIn.handle(new SignIn.Command(given.email(), given.password(), request.request().remoteAddress().hostAddress(), Sessions.INTERFACE_TOKEN)));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(summary = "Sitzung verlängern", description = "Jedes Erneuerungstoken gilt einmal; die Antwort enthält das nächste.")
    public Token refresh(Refresh refresh) {
        Input input = new Input();
        String token = input.required("refreshToken", "refreshToken", refresh == null ? null : refresh.refreshToken(), 200);
        input.throwIfWrong();
        return Token.of(sessions.refresh(token, Sessions.INTERFACE_TOKEN));
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(summary = "Ausloggen", description = "Beendet die Sitzung auf dem Server; ihre Tokens gelten ab sofort nicht mehr.")
    @APIResponse(responseCode = "204", description = "Ausgeloggt")
    public void signOut() {
        user.signedIn().ifPresent(signedIn -> sessions.end(signedIn.sessionId()));
    }
}
