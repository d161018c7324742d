package de.digitallotsen.privacy.web;

import java.util.List;

import de.digitallotsen.privacy.DeleteDue;
import de.digitallotsen.privacy.Deletions;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deletions for programs (R27). */
@Path("/api/v1/deletions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RolesAllowed(Role.NSI_NAME)
@Tag(name = "Datenschutz", description = "Löschnachweise, Auskunft und Löschung (R27)")
public class DeletionResource {

    private final Deletions deletions;
    private final DeleteDue delete;
    private final CurrentUser user;

    DeletionResource(Deletions deletions, DeleteDue delete, CurrentUser user) {
        this.deletions = deletions;
        this.delete = delete;
        this.user = user;
    }

    /** The run that was just made. */
    public record RunJson(long runId) {}

    @GET
    @Operation(
            summary = "Löschnachweise",
            description = "Neueste zuerst: was, wie viel, nach welcher Regel, wann. Über wen, steht nirgends.")
    public Page<Deletions.Proof> proofs(@QueryParam("page") String page, @QueryParam("size") String size) {
        return deletions.proofs(user.actor(), Params.page(page, size));
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Löschnachweise als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Table list() {
        return DeletionTable.of(
                deletions.proofs(user.actor(), Page.Request.everything()).items());
    }

    @GET
    @Path("/due")
    @Operation(summary = "Probelauf", description = "Was heute und binnen 90 Tagen fällig ist; es ändert sich nichts.")
    public List<Deletions.Due> due() {
        return deletions.due(user.actor());
    }

    @POST
    @Operation(
            summary = "Jetzt löschen, was fällig ist",
            description = "Sonst geschieht es einmal am Tag. 409 DELETION_RUNNING, solange ein anderer Lauf löscht.")
    public RunJson deleteNow() {
        return new RunJson(delete.now(user.actor()));
    }
}
