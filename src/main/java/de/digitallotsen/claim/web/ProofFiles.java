package de.digitallotsen.claim.web;

import de.digitallotsen.claim.ProduceProofOfUse;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The proof of use as a file, without names. */
@Path("/verwendungsnachweis.{ending: pdf|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofFiles {

    private final ProofDocuments documents;
    private final CurrentUser user;

    ProofFiles(ProofDocuments documents, CurrentUser user) {
        this.documents = documents;
        this.user = user;
    }

    @GET
    public Response file(@PathParam("ending") String ending, @QueryParam("zeitraum") String period) {
        return documents.file(
                user.actor(), ProduceProofOfUse.Command.of(Params.longNumber("zeitraum", period)), ending);
    }
}
