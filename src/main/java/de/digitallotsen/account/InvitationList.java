package de.digitallotsen.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import de.digitallotsen.kommune.KommuneNames;
import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.SheetReader;
import de.digitallotsen.shared.Violation;

/**
 * Addresses of personnel staff as they stand in a list: of a spreadsheet, of a form, of a program, or of the contacts
 * of the Kommunen. What a line means is never guessed (R39).
 */
public final class InvitationList {

    /** So many addresses at once: every Kommune that may register people, and a few more. */
    public static final int MOST = 500;

    private static final List<String> KEYS = List.of("Regionalschlüssel", "ARS", "Gemeindeschlüssel", "AGS");
    private static final List<String> NAMES = List.of("Kommune", "Name");
    private static final List<String> ADDRESSES = List.of("E-Mail", "E-Mail-Adresse", "Mail");
    private static final String TAB = "\t";

    private InvitationList() {}

    /**
     * One line.
     *
     * @param number as a spreadsheet or a reader counts them, from 1
     * @param ars the key of the Kommune as it stands there, or null
     * @param name how the Kommune is called there, or null; it has to fit the key, if there is one
     * @param email as it stands there, or null
     * @param wrong why the line cannot be read, or null
     */
    public record Line(int number, String ars, String name, String email, String wrong) {
        /** Of a Kommune that is named by its key or its name, whichever it is. */
        public static Line of(int number, String kommune, String email) {
            String text = Input.clean(kommune);
            String key = KommuneNames.key(text);
            return new Line(number, key, key == null ? text : null, Input.clean(email), null);
        }

        Line broken(String reason) {
            return reason == null ? this : new Line(number, ars, name, email, reason);
        }
    }

    /**
     * The lines of a spreadsheet; those that are blank are left out. The first may name the columns, else the Kommune
     * comes first and the address second.
     *
     * @throws InvalidInputException about {@code file} if nobody could say what its columns mean
     */
    public static List<Line> of(SheetReader.Sheet sheet) {
        List<List<String>> rows = sheet.rows();
        int first = IntStream.range(0, rows.size())
                .filter(i -> !isBlank(rows.get(i)))
                .findFirst()
                .orElse(rows.size());
        boolean broken = sheet.broken().containsKey(first + 1);
        Columns columns = first < rows.size() ? Columns.named(rows.get(first), broken) : null;
        List<Line> lines = new ArrayList<>();
        for (int i = columns == null ? first : first + 1; i < rows.size(); i++) {
            String reason = sheet.broken().get(i + 1);
            if (!isBlank(rows.get(i)) || reason != null) {
                Line line = columns == null ? inOrder(i + 1, rows.get(i)) : columns.line(i + 1, rows.get(i));
                lines.add(line.broken(reason));
            }
        }
        return lines;
    }

    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(cell -> Input.clean(cell) == null);
    }

    private static Line inOrder(int number, List<String> row) {
        List<String> cells =
                row.stream().map(Input::clean).filter(cell -> cell != null).toList();
        return cells.size() == 2
                ? Line.of(number, cells.get(0), cells.get(1))
                : new Line(number, null, null, null, Messages.text("invite-many.columns"));
    }

    /** Where what stands; -1 for nowhere. */
    private record Columns(int key, int name, int email) {
        /** Null for a row that holds an address, or that is broken: it is no heading but a line. */
        static Columns named(List<String> row, boolean broken) {
            if (row.stream().anyMatch(cell -> cell != null && cell.contains("@"))) {
                return null;
            }
            List<String> names = row.stream().map(CsvTable::folded).toList();
            Columns columns = new Columns(at(names, KEYS), at(names, NAMES), at(names, ADDRESSES));
            if (columns.email < 0 || (columns.key < 0 && columns.name < 0)) {
                if (broken) {
                    return null;
                }
                throw new InvalidInputException(List.of(new Violation("file", Messages.text("invite-many.heading"))));
            }
            return columns;
        }

        private static int at(List<String> names, List<String> wanted) {
            List<String> folded = wanted.stream().map(CsvTable::folded).toList();
            return IntStream.range(0, names.size())
                    .filter(i -> folded.contains(names.get(i)))
                    .findFirst()
                    .orElse(-1);
        }

        Line line(int number, List<String> row) {
            String ars = cell(row, key);
            return ars == null
                    ? Line.of(number, cell(row, name), cell(row, email))
                    : new Line(number, ars, cell(row, name), cell(row, email), null);
        }

        private static String cell(List<String> row, int at) {
            return at < 0 || at >= row.size() ? null : Input.clean(row.get(at));
        }
    }

    /** Carries lines from one form to the next. */
    public static String packed(List<InvitationPlan.Planned> lines) {
        return String.join(
                "\n",
                lines.stream()
                        .map(line -> line.number() + TAB + line.ars() + TAB + line.email())
                        .toList());
    }

    /** What the form carried; whoever changed it gets no more than what its lines say. */
    public static List<Line> unpacked(String text) {
        return Arrays.stream(text.split("\\R"))
                .filter(line -> !line.isBlank())
                .map(line -> line.split(TAB, -1))
                .map(cells -> cells.length == 3 && cells[0].matches("\\d{1,6}")
                        ? Line.of(Integer.parseInt(cells[0]), cells[1], cells[2])
                        : new Line(0, null, null, null, Messages.text("invite-many.columns")))
                .toList();
    }
}
