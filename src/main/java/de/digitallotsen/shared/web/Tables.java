package de.digitallotsen.shared.web;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.core.Response;

/**
 * Several lists in one XLSX file, a sheet each.
 *
 * @param name of the file, without ending
 * @param filter in words, for the sheet „Info“
 */
public record Tables(String name, String filter, List<Table> sheets) {

    /** Typed cells as in a single {@link Table}, and one sheet „Info“ for all. */
    public Response xlsx(Instant at) {
        return Response.ok(this, Table.XLSX).build();
    }
}
