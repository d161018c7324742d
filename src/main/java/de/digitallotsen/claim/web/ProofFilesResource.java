package de.digitallotsen.claim.web;

import de.digitallotsen.claim.ProduceProofOfUse;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof of use as a file, for programs. */
@Path("/api/v1/proof-of-use.{ending: pdf|xlsx}")
@Produces(MediaType.WILDCARD)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Verwendungsnachweis", description = "Abschlussbericht eines Förderzeitraums")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofFilesResource {

    private final ProofDocuments documents;
    private final CurrentUser user;

    ProofFilesResource(ProofDocuments documents, CurrentUser user) {
        this.documents = documents;
        this.user = user;
    }

    /** Why names are needed. */
    @Schema(name = "NamesReason")
    public record ReasonJson(
            @Schema(description = "ohne Angabe der laufende")
            Long periodId,

            @Schema(examples = "Stichprobe nach § 44 LHO", description = "für das Ministerium Pflicht")
            String reason) {}

    @GET
    @Operation(
            summary = "Verwendungsnachweis ohne Namen",
            description = "Alle Summen gleichen den Buchungen. Vor dem Ende des Zeitraums ein Entwurf.")
    public Response file(@PathParam("ending") String ending, @QueryParam("periodId") String period) {
        return documents.file(
                user.actor(), ProduceProofOfUse.Command.of(Params.longNumber("periodId", period)), ending);
    }

    @POST
    @Operation(summary = "Verwendungsnachweis mit Namen", description = "Steht mit der Begründung im Protokoll.")
    public Response named(@PathParam("ending") String ending, ReasonJson reason) {
        return documents.file(
                user.actor(),
                new ProduceProofOfUse.Command(
                        reason == null ? null : reason.periodId(), true, reason == null ? null : reason.reason()),
                ending);
    }
}
