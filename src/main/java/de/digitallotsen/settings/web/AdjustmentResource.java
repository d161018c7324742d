package de.digitallotsen.settings.web;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.report.BudgetJson;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The Ministry raises or lowers the budget by program (R12). */
@Path("/api/v1/budget/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Fördermittel")
public class AdjustmentResource {

    private final AdjustBudget adjust;
    private final BudgetPosition position;
    private final CurrentUser user;

    AdjustmentResource(AdjustBudget adjust, BudgetPosition position, CurrentUser user) {
        this.adjust = adjust;
        this.position = position;
        this.user = user;
    }

    @POST
    @RolesAllowed(Role.MINISTRY_NAME)
    @Operation(
            summary = "Budget anpassen",
            description = "Negativ senkt; nie unter das, was gebunden und festgestellt ist (R12). Neue Mittel gehen"
                    + " sofort an die Warteliste (R14).")
    public BudgetJson adjust(AdjustBudget.Command command) {
        adjust.handle(user.actor(), command == null ? new AdjustBudget.Command(null, null) : command);
        return BudgetJson.of(position.of(user.actor(), null));
    }
}
