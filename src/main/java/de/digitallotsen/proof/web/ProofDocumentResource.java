package de.digitallotsen.proof.web;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.proof.ProofSheets;
import de.digitallotsen.proof.ReadProofOfUse;
import de.digitallotsen.proof.web.ProofResource.ReasonJson;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof of use on paper, for programs. */
@Path("/api/v1/proof-of-use.pdf")
@Produces(MediaType.WILDCARD)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Verwendungsnachweis")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofDocumentResource {

    private final ReadProofOfUse read;
    private final ProofSheets sheets;
    private final CurrentUser user;

    ProofDocumentResource(ReadProofOfUse read, ProofSheets sheets, CurrentUser user) {
        this.read = read;
        this.sheets = sheets;
        this.user = user;
    }

    @GET
    @Operation(
            summary = "Verwendungsnachweis ohne Namen",
            description = "Alle Summen gleichen den Buchungen. Vor dem Ende des Zeitraums ein Entwurf.")
    @APIResponse(responseCode = "200", description = "Das Dokument", content = @Content(mediaType = PdfFile.MEDIA_TYPE))
    public PdfFile pdf(@QueryParam("periodId") String period) {
        return sheets.pdf(read.asked(user.actor(), period));
    }

    @POST
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.AUDITOR_NAME})
    @Operation(summary = "Verwendungsnachweis mit Namen", description = "Steht mit der Begründung im Protokoll.")
    @APIResponse(responseCode = "200", description = "Das Dokument", content = @Content(mediaType = PdfFile.MEDIA_TYPE))
    public PdfFile named(ReasonJson reason) {
        return sheets.pdf(read.handle(user.actor(), ReasonJson.command(reason)));
    }
}
