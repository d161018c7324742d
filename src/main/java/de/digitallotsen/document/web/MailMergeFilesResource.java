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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of a seminar for a Serienbrief, for programs. */
@Path("/api/v1/seminars/{id}/mail-merge.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed(Role.NSI_NAME)
public class MailMergeFilesResource {

    private final MailMergeTable table;
    private final CurrentUser user;
    private final Clock clock;

    MailMergeFilesResource(MailMergeTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Serienbriefliste",
            description = "Anrede, Titel, Vorname, Nachname, Dienststelle, Strasse, PLZ, Ort, Briefanrede; immer in"
                    + " dieser Reihenfolge.")
    public Response file(@PathParam("id") String id, @PathParam("ending") String ending) {
        return table.ofSeminar(user.actor(), id).as(ending, clock.instant());
    }
}
