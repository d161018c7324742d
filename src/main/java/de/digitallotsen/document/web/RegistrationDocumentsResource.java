package de.digitallotsen.document.web;

import de.digitallotsen.document.CertificateSheets;
import de.digitallotsen.document.RegistrationSheets;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is on paper about one registration, for programs. */
@Path("/api/v1/registrations/{reference}/{document: confirmation|cost-statement|certificate}.pdf")
@Produces(MediaType.WILDCARD)
@Tag(name = "Dokumente", description = "PDF/A-2a und PDF/UA-1")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationDocumentsResource {

    private final RegistrationSheets sheets;
    private final CertificateSheets certificates;
    private final CurrentUser user;

    RegistrationDocumentsResource(RegistrationSheets sheets, CertificateSheets certificates, CurrentUser user) {
        this.sheets = sheets;
        this.certificates = certificates;
        this.user = user;
    }

    @GET
    @Operation(summary = "Anmeldebestätigung, Kostenaufstellung oder Teilnahmebescheinigung als PDF")
    @APIResponse(responseCode = "200", description = "Das Dokument", content = @Content(mediaType = PdfFile.MEDIA_TYPE))
    @APIResponse(
            responseCode = "409",
            description = "NO_CONFIRMATION, NOTHING_OWED oder NO_CERTIFICATE",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public PdfFile file(@PathParam("reference") String reference, @PathParam("document") String document) {
        Actor actor = user.actor();
        return switch (document) {
            case "confirmation" -> sheets.confirmation(actor, reference);
            case "cost-statement" -> sheets.costs(actor, reference);
            default -> certificates.one(actor, reference);
        };
    }
}
