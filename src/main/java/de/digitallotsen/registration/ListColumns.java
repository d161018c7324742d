package de.digitallotsen.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.VisibleText;

/**
 * Where the columns of a list stand (R39).
 *
 * @param head the first row that is not blank
 * @param row its place, from 0
 * @param at by folded name
 */
record ListColumns(List<String> head, int row, Map<String, Integer> at) {

    /** The last three may be missing. */
    private static final List<String> NEEDED = RegistrationList.COLUMNS.subList(0, 5);

    /** @throws InvalidInputException if it is no such list, or a column is missing or stands there twice */
    static ListColumns of(List<List<String>> rows) {
        int row = IntStream.range(0, rows.size())
                .filter(i -> !isBlank(rows.get(i)))
                .findFirst()
                .orElse(0);
        ListColumns columns = new ListColumns(rows.isEmpty() ? List.of() : rows.get(row), row, new HashMap<>());
        columns.find();
        return columns;
    }

    private void find() {
        for (int i = 0; i < head.size(); i++) {
            if (at.putIfAbsent(name(i), i) != null && isRead(i)) {
                throw new InvalidInputException(List.of(new Violation(
                        "file", Messages.text("many.column-twice", "column", VisibleText.line(head.get(i))))));
            }
        }
        List<String> missing = NEEDED.stream()
                .filter(column -> !at.containsKey(CsvTable.folded(column)))
                .toList();
        if (missing.size() == NEEDED.size()) {
            throw RegistrationList.unreadable();
        }
        if (!missing.isEmpty()) {
            throw new InvalidInputException(List.of(CsvTable.columnsMissing(missing, head)));
        }
    }

    private String name(int column) {
        return CsvTable.folded(head.get(column));
    }

    private boolean isRead(int column) {
        return RegistrationList.COLUMNS.stream().map(CsvTable::folded).anyMatch(name(column)::equals);
    }

    /** Named columns that nobody reads: perhaps a name was mistyped. */
    List<String> unread() {
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            if (!name(i).isEmpty() && !isRead(i)) {
                unread.add(VisibleText.line(head.get(i)));
            }
        }
        return unread;
    }

    /** The cell of a row; null where nothing stands. */
    String value(List<String> row, String column) {
        Integer index = at.get(CsvTable.folded(column));
        return index == null || index >= row.size() ? null : VisibleText.lines(row.get(index));
    }

    /** True if something stands in a column that has no name: a separator too many has moved the cells. */
    boolean goesBeyond(List<String> row) {
        return IntStream.range(0, row.size())
                .filter(i -> !VisibleText.isBlank(row.get(i)))
                .anyMatch(i -> i >= head.size() || name(i).isEmpty());
    }

    /**
     * What stands in a row beside what is read, each with the name of its column if it has one; without the reasons of
     * an earlier attempt.
     */
    String further(List<String> row) {
        return IntStream.range(0, row.size())
                .filter(i -> !VisibleText.isBlank(row.get(i)))
                .filter(i ->
                        i >= head.size() || !isRead(i) && !name(i).equals(CsvTable.folded(RegistrationList.REASON)))
                .mapToObj(i -> called(i) + VisibleText.lines(row.get(i)))
                .collect(Collectors.joining("; "));
    }

    private String called(int column) {
        boolean unnamed = column >= head.size()
                || name(column).isEmpty()
                || name(column).equals(CsvTable.folded(RegistrationList.FURTHER));
        return unnamed ? "" : VisibleText.line(head.get(column)) + ": ";
    }

    static boolean isBlank(List<String> row) {
        return row.stream().allMatch(VisibleText::isBlank);
    }
}
