package de.digitallotsen.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Percentage;

/**
 * A list that people carry elsewhere: as CSV for programs ({@link CsvWriter}) and as XLSX for people
 * ({@link XlsxWriter}). A page or resource answers it where it is asked for one of the two ({@link ListAddresses}).
 *
 * @param name of the file and the sheet, without ending
 * @param filter in words, for the sheet „Info“
 * @param columns headings
 * @param rows cells: text, {@link Number}, {@link Money}, {@link Percentage}, {@link LocalDate}, {@link Instant} or
 *     null
 */
public record Table(String name, String filter, List<String> columns, List<List<Object>> rows) {

    static final String CSV_TYPE = "text/csv";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Second to the page or the JSON of an address: whoever asks for nothing in particular never gets a list. */
    private static final String SECOND = ";qs=0.5";

    /** For what produces a list, beside {@link #XLSX}. */
    public static final String CSV = CSV_TYPE + SECOND;

    public static final String XLSX = XLSX_TYPE + SECOND;

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
}
