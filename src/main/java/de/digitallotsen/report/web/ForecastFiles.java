package de.digitallotsen.report.web;

import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The forecast as a file. */
@Path("/prognose.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.MINISTRY_NAME)
public class ForecastFiles {

    private final ForecastReport report;
    private final CurrentUser user;

    ForecastFiles(ForecastReport report, CurrentUser user) {
        this.report = report;
        this.user = user;
    }

    @GET
    public Response file(@PathParam("ending") String ending) {
        ForecastReport.Dated dated = report.current(user.actor());
        return ForecastTable.of(dated).as(ending, dated.at());
    }
}
