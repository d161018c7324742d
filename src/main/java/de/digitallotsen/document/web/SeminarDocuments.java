package de.digitallotsen.document.web;

import de.digitallotsen.document.CertificateSheets;
import de.digitallotsen.document.SeminarSheets;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the NSI prints for one seminar. */
@Path("/seminare/{id}/{document: anwesenheitsliste|tischschilder|teilnahmebescheinigungen}.pdf")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.NSI_NAME)
public class SeminarDocuments {

    private final SeminarSheets sheets;
    private final CertificateSheets certificates;
    private final CurrentUser user;

    SeminarDocuments(SeminarSheets sheets, CertificateSheets certificates, CurrentUser user) {
        this.sheets = sheets;
        this.certificates = certificates;
        this.user = user;
    }

    @GET
    public PdfFile file(@PathParam("id") String id, @PathParam("document") String document) {
        Actor actor = user.actor();
        long seminar = Params.id(id);
        return switch (document) {
            case "anwesenheitsliste" -> sheets.attendanceList(actor, seminar);
            case "tischschilder" -> sheets.nameSigns(actor, seminar);
            default -> certificates.all(actor, seminar);
        };
    }
}
