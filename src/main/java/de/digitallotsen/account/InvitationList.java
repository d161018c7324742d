package de.digitallotsen.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;

/**
 * Addresses of personnel staff as they stand in a list: of a spreadsheet, of a form, of a program, or of the contacts
 * of the Kommunen. What a line means is never guessed (R39).
 */
public final class InvitationList {

    /** So many addresses at once: every Kommune that may register people, and a few more. */
    public static final int MOST = 500;

    private static final Set<String> KEYS = Set.of("regionalschlüssel", "ars");
    private static final Set<String> NAMES = Set.of("kommune", "name");
    private static final Set<String> ADDRESSES = Set.of("e-mail", "email", "e-mail-adresse", "mail");
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
            boolean key = text != null && text.matches("\\d{11,12}");
            return new Line(number, key ? text : null, key ? null : text, Input.clean(email), null);
        }
    }

    /**
     * The lines of a spreadsheet; those that are blank are left out. The first may name the columns, else the Kommune
     * comes first and the address second.
     *
     * @throws InvalidInputException about {@code file} if nobody could say what its columns mean
     */
    public static List<Line> of(List<List<String>> rows) {
        int first = IntStream.range(0, rows.size())
                .filter(i -> !isBlank(rows.get(i)))
                .findFirst()
                .orElse(rows.size());
        boolean heading =
                first < rows.size() && rows.get(first).stream().noneMatch(cell -> cell != null && cell.contains("@"));
        Columns columns = heading ? Columns.named(rows.get(first)) : null;
        List<Line> lines = new ArrayList<>();
        for (int i = heading ? first + 1 : first; i < rows.size(); i++) {
            if (!isBlank(rows.get(i))) {
                lines.add(heading ? columns.line(i + 1, rows.get(i)) : inOrder(i + 1, rows.get(i)));
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
        static Columns named(List<String> heading) {
            List<String> names = heading.stream()
                    .map(cell -> cell == null ? "" : cell.strip().toLowerCase(Locale.GERMANY))
                    .toList();
            Columns columns = new Columns(at(names, KEYS), at(names, NAMES), at(names, ADDRESSES));
            if (columns.email < 0 || (columns.key < 0 && columns.name < 0)) {
                throw new InvalidInputException(List.of(new Violation("file", Messages.text("invite-many.heading"))));
            }
            return columns;
        }

        private static int at(List<String> names, Set<String> wanted) {
            return IntStream.range(0, names.size())
                    .filter(i -> wanted.contains(names.get(i)))
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
