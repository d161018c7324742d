package de.digitallotsen.registration.web;

import java.time.Clock;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registrations as a file, for programs. */
@Path("/api/v1/registrations.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationFilesResource {

    private final RegistrationTable table;
    private final CurrentUser user;
    private final Clock clock;

    RegistrationFilesResource(RegistrationTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Anmeldungen als Datei",
            description = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Response file(
            @PathParam("ending") String ending,
            @QueryParam("status") String status,
            @QueryParam("seminarId") String seminarId,
            @QueryParam("q") String text) {
        return table.registrations(user.actor(), status, text, Params.longNumber("seminarId", seminarId))
                .as(ending, clock.instant());
    }
}
