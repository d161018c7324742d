package de.digitallotsen.account.web;

import de.digitallotsen.account.ForgottenPassword;
import de.digitallotsen.account.ResetPassword;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A forgotten password, for programs. */
@Path("/api/v1/auth/password-reset")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Zugang")
public class PasswordResetResource {

    private final ForgottenPassword forgotten;
    private final ResetPassword reset;
    private final Visitor visitor;

    PasswordResetResource(ForgottenPassword forgotten, ResetPassword reset, Visitor visitor) {
        this.forgotten = forgotten;
        this.reset = reset;
        this.visitor = visitor;
    }

    /** Whose password is forgotten. */
    @Schema(name = "PasswordReset")
    public record Wish(
            @Schema(examples = "personal@langenhagen.example")
            String email) {}

    /** The token of the link and the new password. */
    @Schema(name = "PasswordResetCompletion")
    public record Completion(String token, String password) {}

    @POST
    @Operation(
            summary = "Passwort vergessen",
            description = "Schickt einen Link, der eine Stunde und einmal gilt. Die Antwort ist dieselbe, ob es den"
                    + " Zugang gibt oder nicht.")
    @APIResponse(responseCode = "202", description = "Angenommen")
    public Response ask(Wish wish, RoutingContext request) {
        forgotten.handle(new ForgottenPassword.Command(
                wish == null ? null : wish.email(), Visitor.address(request), visitor.portal(request)));
        return Response.accepted().build();
    }

    @POST
    @Path("/completion")
    @Operation(
            summary = "Neues Passwort wählen",
            description = "Mit dem Token aus dem Link. Alle Sitzungen des Zugangs enden.")
    @APIResponse(responseCode = "204", description = "Geändert")
    public void complete(Completion completion) {
        Completion given = completion == null ? new Completion(null, null) : completion;
        reset.handle(new ResetPassword.Command(given.token(), given.password(), given.password()));
    }
}
