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

/** The figures of the budget page as a file, now or at the end of a past day. */
@Path("/budget.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class BudgetFiles {

    private final BudgetPosition position;
    private final CurrentUser user;

    BudgetFiles(BudgetPosition position, CurrentUser user) {
        this.position = position;
        this.user = user;
    }

    @GET
    public Response file(@PathParam("ending") String ending, @QueryParam("stand") String asOf) {
        BudgetPosition.Position then = position.of(user.actor(), Params.day("stand", asOf));
        return BudgetTable.of(then, asOf).as(ending, then.at());
    }
}
