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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The forecast as a file, for programs. */
@Path("/api/v1/reports/forecast.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed(Role.MINISTRY_NAME)
public class ForecastFilesResource {

    private final ForecastReport report;
    private final CurrentUser user;

    ForecastFilesResource(ForecastReport report, CurrentUser user) {
        this.report = report;
        this.user = user;
    }

    @GET
    @Operation(
            summary = "Prognose als Datei",
            description = "Ergebnis, die drei Fälle und die Annahmen; CSV mit Semikolon und UTF-8 oder XLSX mit"
                    + " getippten Zellen.")
    public Response file(@PathParam("ending") String ending) {
        ForecastReport.Dated dated = report.current(user.actor());
        return ForecastTable.of(dated).as(ending, dated.at());
    }
}
