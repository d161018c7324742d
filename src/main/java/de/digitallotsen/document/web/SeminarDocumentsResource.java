package de.digitallotsen.document.web;

import de.digitallotsen.document.CertificateSheets;
import de.digitallotsen.document.SeminarSheets;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
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

/** What the NSI prints for one seminar, for programs. */
@Path("/api/v1/seminars/{id}/{document: attendance-list|name-signs|certificates}.pdf")
@Produces(MediaType.WILDCARD)
@Tag(name = "Dokumente")
@RolesAllowed(Role.NSI_NAME)
public class SeminarDocumentsResource {

    private final SeminarSheets sheets;
    private final CertificateSheets certificates;
    private final CurrentUser user;

    SeminarDocumentsResource(SeminarSheets sheets, CertificateSheets certificates, CurrentUser user) {
        this.sheets = sheets;
        this.certificates = certificates;
        this.user = user;
    }

    @GET
    @Operation(summary = "Anwesenheitsliste, Tischschilder oder alle Teilnahmebescheinigungen eines Termins als PDF")
    @APIResponse(responseCode = "200", description = "Das Dokument", content = @Content(mediaType = PdfFile.MEDIA_TYPE))
    @APIResponse(
            responseCode = "409",
            description = "NO_CERTIFICATES",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public PdfFile file(@PathParam("id") String id, @PathParam("document") String document) {
        Actor actor = user.actor();
        long seminar = Params.id(id);
        return switch (document) {
            case "attendance-list" -> sheets.attendanceList(actor, seminar);
            case "name-signs" -> sheets.nameSigns(actor, seminar);
            default -> certificates.all(actor, seminar);
        };
    }
}
