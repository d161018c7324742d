package de.digitallotsen.proof.web;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.proof.ProofSheets;
import de.digitallotsen.proof.ReadProofOfUse;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The proof of use on paper, without names. */
@Path("/verwendungsnachweis.pdf")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofDocument {

    private final ReadProofOfUse read;
    private final ProofSheets sheets;
    private final CurrentUser user;

    ProofDocument(ReadProofOfUse read, ProofSheets sheets, CurrentUser user) {
        this.read = read;
        this.sheets = sheets;
        this.user = user;
    }

    @GET
    public PdfFile pdf(@QueryParam("zeitraum") String period) {
        return sheets.pdf(read.asked(user.actor(), period));
    }
}
