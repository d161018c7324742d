package de.digitallotsen.audit.web;

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

/** The trail as filtered on the screen, as a file. */
@Path("/protokoll.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class AuditFiles {

    private final AuditTable table;
    private final CurrentUser user;
    private final Clock clock;

    AuditFiles(AuditTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("ending") String ending, @BeanParam AuditQuery query) {
        return table.entries(user.actor(), query.filter(), query.words()).as(ending, clock.instant());
    }
}
