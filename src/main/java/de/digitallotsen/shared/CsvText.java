package de.digitallotsen.shared;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * The records of a CSV file as spreadsheets save them (R39): semicolon, tab or comma, with or without the line
 * {@code sep=;}. Every cell as it was before it was made safe for a file: {@code ="0123"} is 0123, {@code '=x} is =x.
 */
public final class CsvText {

    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?;*\\r?\\n");
    /** How spreadsheets keep the zeros of a key. */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvText() {}

    /** One record; {@code line} counts from 1 as the file shows them, whatever precedes the heading. */
    public record Row(long line, List<String> cells) {

        /** True if nothing stands in it. */
        public boolean isBlank() {
            return cells.stream().allMatch(VisibleText::isBlank);
        }
    }

    /**
     * The records, the heading included.
     *
     * @param most records, blank ones included
     * @throws InvalidInputException if a quotation mark is never closed, which would swallow all that follows, or if
     *     there are more
     */
    public static List<Row> rows(String csv, int most) {
        Matcher given = SEPARATOR_LINE.matcher(csv);
        boolean said = given.lookingAt();
        String text = said ? csv.substring(given.end()) : csv;
        int before = said ? 1 : 0;
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(said ? given.group(1).charAt(0) : separator(text))
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (rows.size() >= most) {
                    throw refused("file-text.too-long", "most", most);
                }
                rows.add(new Row(
                        row.getStartingLineNumber() + before,
                        row.getFields().stream().map(CsvText::cell).toList()));
            }
        } catch (CsvParseException | IOException broken) {
            throw refused("file-text.no-csv");
        }
        requireClosed(text, rows);
        return rows;
    }

    private static char separator(String text) {
        String head = text.lines()
                .filter(line -> !VisibleText.isBlank(line))
                .findFirst()
                .orElse("");
        return head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
    }

    private static void requireClosed(String text, List<Row> rows) {
        boolean odd = text.chars().filter(c -> c == '"').count() % 2 == 1;
        if (odd && !rows.isEmpty()) {
            List<String> last = rows.get(rows.size() - 1).cells();
            if (last.get(last.size() - 1).contains("\n")) {
                throw refused(
                        "file-text.quote", "line", rows.get(rows.size() - 1).line());
            }
        }
    }

    private static InvalidInputException refused(String key, Object... details) {
        return new InvalidInputException(List.of(new Violation("file", Messages.text(key, details))));
    }

    private static String cell(String raw) {
        Matcher formula = TEXT_FORMULA.matcher(raw);
        if (formula.matches()) {
            return formula.group(1).replace("\"\"", "\"");
        }
        return raw.startsWith("'") && FORMULA.matcher(raw).matches() ? raw.substring(1) : raw;
    }

    /**
     * The text for a cell: a spreadsheet shows it instead of reckoning with it. What reads it with {@link #rows} gets
     * back what was written.
     */
    public static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
