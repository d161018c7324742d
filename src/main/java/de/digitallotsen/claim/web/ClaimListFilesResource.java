package de.digitallotsen.claim.web;

import java.time.Clock;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of claims as a file, for programs. */
@Path("/api/v1/claims.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimListFilesResource {

    private final ClaimTable table;
    private final CurrentUser user;
    private final Clock clock;

    ClaimListFilesResource(ClaimTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Mittelabrufe als Datei",
            description = "Neueste zuerst, das Ministerium ohne Entwürfe; CSV mit Semikolon und UTF-8 oder XLSX mit"
                    + " getippten Zellen.")
    public Response file(@PathParam("ending") String ending) {
        return table.all(user.actor()).as(ending, clock.instant());
    }
}
