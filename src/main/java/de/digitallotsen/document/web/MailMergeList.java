package de.digitallotsen.document.web;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The people of a seminar for a Serienbrief; no page shows them like this. */
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
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@PathParam("id") String id) {
        return table.ofSeminar(user.actor(), id);
    }
}
