package de.digitallotsen.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.shared.Money;
import jakarta.ws.rs.core.Response;

/**
 * A list that people carry elsewhere: as CSV for programs ({@link CsvWriter}) and as XLSX for people
 * ({@link XlsxWriter}). A page or resource answers it where it is asked for one of the two ({@link ListAddresses}).
 *
 * @param name of the file and the sheet, without ending
 * @param filter in words, for the sheet „Info“
 * @param columns headings
 * @param rows cells: text, {@link Number}, {@link Money}, {@link LocalDate}, {@link Instant} or null
 */
public record Table(String name, String filter, List<String> columns, List<List<Object>> rows) {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The filter in words; names and values take turns, nothing empty is kept. */
    public static String words(String... namesAndValues) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null && !namesAndValues[i + 1].isBlank()) {
                words.add(namesAndValues[i] + ": " + namesAndValues[i + 1]);
            }
        }
        return String.join("; ", words);
    }

    /** As the ending of the address asks: {@code csv} or {@code xlsx}. */
    public Response as(String ending, Instant at) {
        return Response.ok(this, "xlsx".equals(ending) ? XLSX : CSV).build();
    }
}
