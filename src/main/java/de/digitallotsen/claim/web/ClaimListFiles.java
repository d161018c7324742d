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

/** The list of claims as a file. */
@Path("/mittelabrufe.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimListFiles {

    private final ClaimTable table;
    private final CurrentUser user;
    private final Clock clock;

    ClaimListFiles(ClaimTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("ending") String ending) {
        return table.all(user.actor()).as(ending, clock.instant());
    }
}
