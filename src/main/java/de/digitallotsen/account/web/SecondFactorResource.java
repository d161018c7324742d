package de.digitallotsen.account.web;

import java.util.List;

import de.digitallotsen.account.ConfirmSecondFactor;
import de.digitallotsen.account.RemoveSecondFactor;
import de.digitallotsen.account.SetUpSecondFactor;
import de.digitallotsen.shared.web.CurrentUser;
import io.quarkus.security.Authenticated;
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

/** The second factor of the own account, for programs. */
@Path("/api/v1/auth/second-factor")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Zugang")
public class SecondFactorResource {

    private final SetUpSecondFactor setUp;
    private final ConfirmSecondFactor confirm;
    private final RemoveSecondFactor remove;
    private final CurrentUser user;

    SecondFactorResource(
            SetUpSecondFactor setUp, ConfirmSecondFactor confirm, RemoveSecondFactor remove, CurrentUser user) {
        this.setUp = setUp;
        this.confirm = confirm;
        this.remove = remove;
        this.user = user;
    }

    /** The own password. */
    @Schema(name = "SecondFactorSetup")
    public record Begin(
            @Schema(examples = "ein langes Passwort") String password) {}

    /** A code of the app. */
    @Schema(name = "SecondFactorConfirmation")
    public record Confirmation(@Schema(examples = "123456") String otp) {}

    /** Each may be used once instead of a code. */
    @Schema(name = "RecoveryCodes")
    public record RecoveryCodes(List<String> recoveryCodes) {}

    /** The own password. */
    @Schema(name = "SecondFactorRemoval")
    public record Removal(String password) {}

    @POST
    @Operation(
            summary = "Zweiten Faktor einrichten",
            description =
                    "Mit dem eigenen Passwort. Gibt das Geheimnis für die App. Gefragt wird nach einem Code erst, wenn"
                            + " ein erster bestätigt ist.")
    @APIResponse(responseCode = "201", description = "Geheimnis")
    public Response begin(Begin begin) {
        return Response.status(201)
                .entity(setUp.handle(user.actor(), begin == null ? null : begin.password()))
                .build();
    }

    @POST
    @Path("/confirmation")
    @Operation(
            summary = "Zweiten Faktor bestätigen",
            description =
                    "Mit einem Code der App. Alle anderen Sitzungen enden. Die Wiederherstellungscodes stehen nur in"
                            + " dieser Antwort.")
    public RecoveryCodes confirm(Confirmation confirmation) {
        return new RecoveryCodes(
                confirm.handle(user.actor(), confirmation == null ? null : confirmation.otp(), session()));
    }

    @POST
    @Path("/removal")
    @Operation(
            summary = "Zweiten Faktor abschalten",
            description = "Mit dem eigenen Passwort. Alle anderen Sitzungen enden.")
    @APIResponse(responseCode = "204", description = "Abgeschaltet")
    public void remove(Removal removal) {
        remove.handle(
                user.actor(),
                new RemoveSecondFactor.Command(
                        user.actor().userId(), removal == null ? null : removal.password(), session()));
    }

    private String session() {
        return user.signedIn().orElseThrow().sessionId();
    }
}
