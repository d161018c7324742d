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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A claim as a file, for programs. */
@Path("/api/v1/claims/{id}/claim.{ending: pdf|csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Mittelabrufe")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimFilesResource {

    private final ClaimDocuments documents;
    private final CurrentUser user;

    ClaimFilesResource(ClaimDocuments documents, CurrentUser user) {
        this.documents = documents;
        this.user = user;
    }

    @GET
    @Operation(summary = "Ein Mittelabruf als PDF, oder seine Positionen als CSV oder XLSX")
    public Response file(@PathParam("id") String id, @PathParam("ending") String ending) {
        return documents.file(user.actor(), Params.id(id), ending);
    }
}
