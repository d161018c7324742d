package de.digitallotsen.report.web;

import java.time.Clock;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The Kommunen of the list, as filtered, as a file. */
@Path("/abdeckung/kommunen.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.MINISTRY_NAME)
public class CoverageFiles {

    private final CoverageTable table;
    private final CurrentUser user;
    private final Clock clock;

    CoverageFiles(CoverageTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("ending") String ending, @BeanParam CoverageQuery query) {
        return table.kommunen(user.actor(), query.filter(), query.words()).as(ending, clock.instant());
    }
}
