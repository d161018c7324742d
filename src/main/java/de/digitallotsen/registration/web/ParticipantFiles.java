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

/** Participants and waiting list of a seminar as a file. */
@Path("/seminare/{id}/teilnehmende.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.NSI_NAME)
public class ParticipantFiles {

    private final RegistrationTable table;
    private final CurrentUser user;
    private final Clock clock;

    ParticipantFiles(RegistrationTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(
            @PathParam("ending") String ending,
            @PathParam("id") String id,
            @QueryParam("q") String text,
            @QueryParam("sortierung") String order) {
        return table.participants(user.actor(), id, text, order).as(ending, clock.instant());
    }
}
