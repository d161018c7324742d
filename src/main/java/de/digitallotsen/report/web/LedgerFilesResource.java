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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger as a file, for programs. */
@Path("/api/v1/budget/entries.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed(Role.MINISTRY_NAME)
public class LedgerFilesResource {

    private final LedgerTable table;
    private final Clock clock;

    LedgerFilesResource(LedgerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Buchungen als Datei",
            description = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Response file(
            @PathParam("ending") String ending,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("type") String type,
            @QueryParam("moves") String moves) {
        return table.entries(from, to, type, moves).as(ending, clock.instant());
    }
}
