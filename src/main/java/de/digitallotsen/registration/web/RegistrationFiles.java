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

/** The registrations as filtered on the screen, as a file. */
@Path("/anmeldungen.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationFiles {

    private final RegistrationTable table;
    private final CurrentUser user;
    private final Clock clock;

    RegistrationFiles(RegistrationTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(
            @PathParam("ending") String ending, @QueryParam("status") String status, @QueryParam("q") String text) {
        return table.registrations(user.actor(), status, text, null).as(ending, clock.instant());
    }
}
