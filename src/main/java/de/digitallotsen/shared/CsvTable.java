package de.digitallotsen.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A CSV file with a heading, by the names of its columns, however they are capitalised (R39).
 *
 * @param columns as the heading names them, folded; columns without a name are none
 * @param rows that are not blank
 */
public record CsvTable(List<String> columns, List<Row> rows) {

    /**
     * One line.
     *
     * @param line counts from 1, the heading included
     * @param cells cleaned, by column; nothing where nothing stands
     * @param beyond cells that are not blank, behind the last column
     */
    public record Row(long line, Map<String, String> cells, int beyond) {
        /** Null where nothing stands. */
        public String cell(String column) {
            return cells.get(folded(column));
        }
    }

    /** @throws InvalidInputException if it is no CSV, or has more than {@code most} lines */
    public static CsvTable read(String csv, int most) {
        List<CsvText.Row> all =
                CsvText.rows(csv, most).stream().filter(row -> !row.isBlank()).toList();
        if (all.isEmpty()) {
            return new CsvTable(List.of(), List.of());
        }
        List<String> columns = all.get(0).cells().stream().map(CsvTable::folded).toList();
        return new CsvTable(
                columns,
                all.subList(1, all.size()).stream()
                        .map(row -> row(columns, row))
                        .toList());
    }

    private static Row row(List<String> columns, CsvText.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        int beyond = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            String text = Input.clean(row.cells().get(i));
            if (text != null && i < columns.size() && !columns.get(i).isEmpty()) {
                cells.putIfAbsent(columns.get(i), text);
            } else if (text != null) {
                beyond++;
            }
        }
        return new Row(row.line(), cells, beyond);
    }

    /** Those of the needed columns that the heading does not name, as they are called. */
    public List<String> missing(List<String> needed) {
        List<String> missing = new ArrayList<>(needed);
        missing.removeIf(column -> columns.contains(folded(column)));
        return missing;
    }

    /** Says which of them are missing, and which are there. */
    public Violation columnsMissing(List<String> missing) {
        return columnsMissing(missing, columns);
    }

    /** The same about any table. */
    public static Violation columnsMissing(List<String> missing, List<String> found) {
        return new Violation(
                "file",
                Messages.text(
                        "file-text.missing",
                        "missing",
                        missing.size(),
                        "columns",
                        String.join(", ", missing),
                        "found",
                        String.join(
                                ", ",
                                found.stream()
                                        .map(VisibleText::line)
                                        .filter(Objects::nonNull)
                                        .toList())));
    }

    /** As columns are compared: „E-Mail“, „e-mail “ and „Email“ are one; empty for one that has no name. */
    public static String folded(String column) {
        String seen = VisibleText.line(column);
        return seen == null
                ? ""
                : VisibleText.plainHyphens(seen).toLowerCase(Locale.GERMANY).replaceAll("[\\s\\p{Z}-]", "");
    }

    /**
     * A key of digits as it was before a spreadsheet took its leading zero, its blanks out and its apostrophe away.
     *
     * @param lengths of such keys, each of which begins with a zero
     * @return what was typed, if it is no number
     */
    public static String key(String typed, int... lengths) {
        if (typed == null) {
            return null;
        }
        String digits = Normalizer.normalize(SearchText.plainApostrophes(VisibleText.seen(typed)), Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("^'", "")
                .replaceAll("^(\\d+)[.,]0+$", "$1");
        for (int length : lengths) {
            if (digits.matches("\\d{" + (length - 1) + "}")) {
                return "0" + digits;
            }
        }
        return digits.matches("\\d+") ? digits : typed;
    }
}
