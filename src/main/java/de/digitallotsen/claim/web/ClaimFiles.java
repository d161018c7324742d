package de.digitallotsen.claim.web;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A claim as a file. */
@Path("/mittelabrufe/{id}/mittelabruf.{ending: pdf|csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimFiles {

    private final ClaimDocuments documents;
    private final CurrentUser user;

    ClaimFiles(ClaimDocuments documents, CurrentUser user) {
        this.documents = documents;
        this.user = user;
    }

    @GET
    public Response file(@PathParam("id") String id, @PathParam("ending") String ending) {
        return documents.file(user.actor(), Params.id(id), ending);
    }
}
