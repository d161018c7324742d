package de.digitallotsen.report.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.report.Course;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The course of the money as a file: the end of every day on which something was booked. */
@Path("/budget/verlauf.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class CourseFiles {

    private final BudgetPosition position;
    private final CurrentUser user;
    private final Clock clock;

    CourseFiles(BudgetPosition position, CurrentUser user, Clock clock) {
        this.position = position;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("ending") String ending, @QueryParam("stand") String asOf) {
        List<List<Object>> rows = new ArrayList<>();
        for (Course.Point point : position.overview(user.actor(), Params.day("stand", asOf))
                .course()
                .points()) {
            rows.add(List.of(
                    point.day(),
                    new Money(point.totals().allocated()),
                    new Money(point.totals().reserved()),
                    new Money(point.totals().spent()),
                    new Money(point.totals().available()),
                    point.funded()));
        }
        return new Table(
                        "Verlauf",
                        Pager.query("Stand", asOf),
                        List.of("Tag", "Zugewiesen", "Gebunden", "Ausgezahlt", "Verfügbar", "Geförderte Anmeldungen"),
                        rows)
                .as(ending, clock.instant());
    }
}
