package de.digitallotsen.report.web;

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

/** Coverage by region, type and size as a file. */
@Path("/abdeckung.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.MINISTRY_NAME)
public class CoverageGroupFiles {

    private final CoverageTable table;
    private final CurrentUser user;
    private final Clock clock;

    CoverageGroupFiles(CoverageTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("ending") String ending) {
        return table.groups(user.actor()).as(ending, clock.instant());
    }
}
