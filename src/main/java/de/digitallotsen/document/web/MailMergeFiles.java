package de.digitallotsen.document.web;

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

/** The people of a seminar for a Serienbrief. */
@Path("/seminare/{id}/serienbrief.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.NSI_NAME)
public class MailMergeFiles {

    private final MailMergeTable table;
    private final CurrentUser user;
    private final Clock clock;

    MailMergeFiles(MailMergeTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("id") String id, @PathParam("ending") String ending) {
        return table.ofSeminar(user.actor(), id).as(ending, clock.instant());
    }
}
