package de.digitallotsen.document.web;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of a seminar for a Serienbrief, for programs. */
@Path("/api/v1/seminars/{id}/mail-merge")
@Tag(name = InterfaceDescription.LISTS, description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed(Role.NSI_NAME)
public class MailMergeResource {

    private final MailMergeTable table;
    private final CurrentUser user;

    MailMergeResource(MailMergeTable table, CurrentUser user) {
        this.table = table;
        this.user = user;
    }

    @GET
    @Produces(Table.XLSX)
    @Operation(
            summary = "Serienbriefliste",
            description = "Anrede, Titel, Vorname, Nachname, Dienststelle, Strasse, PLZ, Ort, Briefanrede; immer in"
                    + " dieser Reihenfolge.")
    public Table list(@PathParam("id") String id, @QueryParam("q") String text) {
        return table.ofSeminar(user.actor(), id, text, null);
    }
}
