package de.digitallotsen.settings.web;

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

/** The funding periods as a file. */
@Path("/zeitraeume.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.MINISTRY_NAME)
public class PeriodFiles {

    private final PeriodTable table;
    private final CurrentUser user;
    private final Clock clock;

    PeriodFiles(PeriodTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("ending") String ending) {
        return table.all(user.actor()).as(ending, clock.instant());
    }
}
