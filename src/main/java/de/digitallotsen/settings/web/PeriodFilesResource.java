package de.digitallotsen.settings.web;

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

/** The funding periods as a file, for programs. */
@Path("/api/v1/periods.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed(Role.MINISTRY_NAME)
public class PeriodFilesResource {

    private final PeriodTable table;
    private final CurrentUser user;
    private final Clock clock;

    PeriodFilesResource(PeriodTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Förderzeiträume als Datei",
            description = "Mit ihren Mitteln; CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Response file(@PathParam("ending") String ending) {
        return table.all(user.actor()).as(ending, clock.instant());
    }
}
