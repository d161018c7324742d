package de.digitallotsen.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.core.Response;
import org.dhatim.fastexcel.Workbook;

/**
 * Several lists in one XLSX file, a sheet each.
 *
 * @param name of the file, without ending
 * @param filter in words, for the sheet „Info“
 */
public record Tables(String name, String filter, List<Table> sheets) {

    /** Typed cells as in a single {@link Table}, and one sheet „Info“ for all. */
    public Response xlsx(Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Digitallotsen-Portal", "1.0")) {
            for (Table sheet : sheets) {
                sheet.writeSheet(workbook.newWorksheet(sheet.name()));
            }
            new Table(name, filter, List.of(), List.of())
                    .writeInfo(
                            workbook.newWorksheet("Info"),
                            at,
                            sheets.stream()
                                    .mapToInt(sheet -> sheet.rows().size())
                                    .sum());
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
        return Table.file(
                name, bytes.toByteArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    }
}
