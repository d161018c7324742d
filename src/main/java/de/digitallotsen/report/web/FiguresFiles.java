package de.digitallotsen.report.web;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The public figures as a file, for everybody. */
@Path("/zahlen.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@PermitAll
public class FiguresFiles {

    private final FiguresTable table;
    private final Clock clock;

    FiguresFiles(FiguresTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @GET
    public Response file(@PathParam("ending") String ending) {
        return table.current().as(ending, clock.instant());
    }
}
