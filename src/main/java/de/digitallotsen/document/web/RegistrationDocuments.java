package de.digitallotsen.document.web;

import de.digitallotsen.document.CertificateSheets;
import de.digitallotsen.document.RegistrationSheets;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What there is on paper about one registration, for its Kommune and the NSI (R25). */
@Path("/anmeldungen/{reference}/{document: bestaetigung|kostenaufstellung|teilnahmebescheinigung}.pdf")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationDocuments {

    private final RegistrationSheets sheets;
    private final CertificateSheets certificates;
    private final CurrentUser user;

    RegistrationDocuments(RegistrationSheets sheets, CertificateSheets certificates, CurrentUser user) {
        this.sheets = sheets;
        this.certificates = certificates;
        this.user = user;
    }

    @GET
    public PdfFile file(@PathParam("reference") String reference, @PathParam("document") String document) {
        Actor actor = user.actor();
        return switch (document) {
            case "bestaetigung" -> sheets.confirmation(actor, reference);
            case "kostenaufstellung" -> sheets.costs(actor, reference);
            default -> certificates.one(actor, reference);
        };
    }
}
