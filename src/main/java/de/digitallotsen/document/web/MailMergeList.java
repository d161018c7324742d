package de.digitallotsen.document.web;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** The people of a seminar for a Serienbrief, filtered and sorted as on its page; no page shows them like this. */
@Path("/seminare/{id}/serienbrief")
@RolesAllowed(Role.NSI_NAME)
public class MailMergeList {

    private final MailMergeTable table;
    private final CurrentUser user;

    MailMergeList(MailMergeTable table, CurrentUser user) {
        this.table = table;
        this.user = user;
    }

    @GET
    @Produces(Table.XLSX)
    public Table list(
            @PathParam("id") String id, @QueryParam("q") String text, @QueryParam("sortierung") String order) {
        return table.ofSeminar(user.actor(), id, text, order);
    }
}
