package de.digitallotsen.report.web;

import java.time.Clock;

import de.digitallotsen.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The ledger as filtered on the screen, as a file. */
@Path("/buchungen.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Role.MINISTRY_NAME)
public class LedgerFiles {

    private final LedgerTable table;
    private final Clock clock;

    LedgerFiles(LedgerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @GET
    public Response file(
            @PathParam("ending") String ending,
            @QueryParam("von") String from,
            @QueryParam("bis") String to,
            @QueryParam("art") String type,
            @QueryParam("summe") String moves) {
        return table.entries(from, to, type, moves).as(ending, clock.instant());
    }
}
