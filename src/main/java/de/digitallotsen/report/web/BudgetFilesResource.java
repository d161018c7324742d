package de.digitallotsen.report.web;

import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures of the budget as a file, for programs. */
@Path("/api/v1/budget.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class BudgetFilesResource {

    private final BudgetPosition position;
    private final CurrentUser user;

    BudgetFilesResource(BudgetPosition position, CurrentUser user) {
        this.position = position;
        this.user = user;
    }

    @GET
    @Operation(
            summary = "Stand der Fördermittel als Datei",
            description = "Mit denen, die auf Fördermittel warten, je Termin; CSV mit Semikolon und UTF-8 oder XLSX"
                    + " mit getippten Zellen.")
    public Response file(@PathParam("ending") String ending, @QueryParam("asOf") String asOf) {
        BudgetPosition.Position then = position.of(user.actor(), Params.day("asOf", asOf));
        return BudgetTable.of(then, asOf).as(ending, then.at());
    }
}
