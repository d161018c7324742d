package de.digitallotsen.report.web;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public figures as a file, for programs. */
@Path("/api/v1/figures.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Offene Zahlen", description = "ohne Anmeldung und ohne Personen; kleine Zahlen bleiben verborgen")
@PermitAll
public class FiguresFilesResource {

    private final FiguresTable table;
    private final Clock clock;

    FiguresFilesResource(FiguresTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Das Programm in Zahlen als Datei",
            description = "CSV mit Semikolon und UTF-8 oder XLSX; verborgene Zahlen sind leere Zellen.")
    public Response file(@PathParam("ending") String ending) {
        return table.current().as(ending, clock.instant());
    }
}
