package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
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

/** Participants and waiting list of a seminar as a file, for programs. */
@Path("/api/v1/seminars/{id}/registrations.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed(Role.NSI_NAME)
public class ParticipantFilesResource {

    private final RegistrationTable table;
    private final CurrentUser user;
    private final Clock clock;

    ParticipantFilesResource(RegistrationTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Teilnehmende und Warteliste als Datei",
            description = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Response file(@PathParam("ending") String ending, @PathParam("id") String id, @QueryParam("q") String text) {
        return table.participants(user.actor(), id, text, null).as(ending, clock.instant());
    }
}
