package de.digitallotsen.places;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;

/**
 * A CSV file with the columns {@code ars;zeitraum;plaetze} (R39) that says how many places each Kommune used up in an
 * earlier period.
 *
 * @param lines usable lines in the order of the file
 * @param rejected unusable lines
 */
record EarlierUseFile(List<Line> lines, List<ImportEarlierUse.RejectedLine> rejected) {

    private static final List<String> COLUMNS = List.of("ars", "zeitraum", "plaetze");
    private static final int LONGEST_PERIOD = 120;
    private static final int MOST_LINES = 5_000;

    /** One usable line. */
    record Line(long number, String ars, String period, int places) {}

    /**
     * @param csv without a byte order mark
     * @throws InvalidInputException if it is no such CSV at all
     */
    static EarlierUseFile read(String csv) {
        List<Line> lines = new ArrayList<>();
        List<ImportEarlierUse.RejectedLine> rejected = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        CsvTable table = CsvTable.read(csv, MOST_LINES + 1);
        List<String> missing = table.missing(COLUMNS);
        if (missing.size() == COLUMNS.size()) {
            throw noSuchFile();
        }
        if (!missing.isEmpty()) {
            throw new InvalidInputException(List.of(table.columnsMissing(missing)));
        }
        table.rows().forEach(row -> readLine(row, table.columns().size(), seen, lines, rejected));
        if (lines.isEmpty() && rejected.isEmpty()) {
            throw noSuchFile();
        }
        return new EarlierUseFile(lines, rejected);
    }

    private static InvalidInputException noSuchFile() {
        return new InvalidInputException(List.of(new Violation(
                "file",
                Messages.text("earlier-use.no-file", "columns", String.join(";", COLUMNS), "most", MOST_LINES))));
    }

    private static void readLine(
            CsvTable.Row row,
            int columns,
            Set<String> seen,
            List<Line> lines,
            List<ImportEarlierUse.RejectedLine> rejected) {
        Map<String, String> cells = new TreeMap<>();
        COLUMNS.forEach(column -> cells.put(column, row.cell(column) == null ? "" : row.cell(column)));
        cells.computeIfPresent("ars", (column, typed) -> CsvTable.key(typed, 12));
        Input input = new Input();
        input.check(
                row.beyond() == 0,
                "columns",
                "register.columns",
                "actual",
                columns + row.beyond(),
                "expected",
                columns);
        input.check(cells.get("ars").matches("03\\d{10}"), "ars", "register.ars");
        String period = input.required("zeitraum", "zeitraum", cells.get("zeitraum"), LONGEST_PERIOD);
        input.check(cells.get("plaetze").matches("[0-9]"), "plaetze", "earlier-use.places");
        boolean first = period == null || seen.add(cells.get("ars") + " " + Places.samePeriod(period));
        input.check(first, "ars", "earlier-use.twice", "ars", cells.get("ars"));
        try {
            input.throwIfWrong();
            lines.add(new Line(row.line(), cells.get("ars"), period, Integer.parseInt(cells.get("plaetze"))));
        } catch (InvalidInputException wrong) {
            rejected.add(new ImportEarlierUse.RejectedLine(
                    row.line(),
                    wrong.violations().stream().map(Violation::message).collect(Collectors.joining(" "))));
        }
    }
}
