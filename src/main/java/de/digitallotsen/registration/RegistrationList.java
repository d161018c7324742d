package de.digitallotsen.registration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.KommuneNames;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A list of people to register, as a spreadsheet saves it (R39): XLSX, or CSV with semicolon, comma or tab. The first
 * line names the columns, in any order. What cannot be read with certainty is a rejected line, with its reason.
 */
@ApplicationScoped
public class RegistrationList {

    /** Columns of the template; the last three may be missing or empty. */
    public static final List<String> COLUMNS =
            List.of("Kommune", "Termin", "Vorname", "Nachname", "E-Mail", "Funktion", "Bedarf", "Warteliste");

    /** Behind them in a file of rejected lines: what stood beside the columns, and why the line was rejected. */
    public static final String FURTHER = "weitere Felder";

    public static final String REASON = "Grund";

    private final ListKeys keys;

    RegistrationList(ListKeys keys) {
        this.keys = keys;
    }

    /**
     * Reads a file.
     *
     * @return a line each, numbered as the spreadsheet shows them; what cannot be understood is said there
     * @throws InvalidInputException if it is no such list, or has more than {@value ManyRegistrations#MOST} lines
     */
    public List<Line> read(byte[] file) {
        return lines(rows(file));
    }

    /** What people have to know about the file besides its lines: sheets and columns that nobody read. */
    public List<String> notes(byte[] file) {
        SpreadsheetRows read = rows(file);
        List<String> unread = ListColumns.of(read.rows()).unread();
        List<String> notes = new ArrayList<>(read.notes());
        if (!unread.isEmpty()) {
            String columns = String.join(", ", unread);
            notes.add(Messages.text("many.other-columns", "count", unread.size(), "columns", columns));
        }
        return notes;
    }

    /**
     * The cells of every row as the file has them, in the order of {@link #COLUMNS}, then what stands beside them
     * ({@link #FURTHER}); to be mended and sent again.
     */
    public List<List<String>> cells(byte[] file) {
        List<List<String>> rows = rows(file).rows();
        ListColumns columns = ListColumns.of(rows);
        return rows.stream()
                .map(row -> Stream.concat(
                                COLUMNS.stream()
                                        .map(column -> columns.value(row, column))
                                        .map(cell -> cell == null ? "" : cell),
                                Stream.of(columns.further(row)))
                        .toList())
                .toList();
    }

    private static SpreadsheetRows rows(byte[] file) {
        try {
            return SpreadsheetRows.of(file);
        } catch (InvalidInputException exceeded) {
            throw exceeded;
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable();
        }
    }

    static InvalidInputException unreadable() {
        return invalid("many.unreadable", "columns", String.join(", ", COLUMNS));
    }

    private List<Line> lines(SpreadsheetRows read) {
        List<List<String>> rows = read.rows();
        ListColumns columns = ListColumns.of(rows);
        KommuneNames register = keys.register();
        List<Line> lines = new ArrayList<>();
        for (int i = columns.row() + 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            String broken = columns.goesBeyond(row)
                    ? Messages.text("many.beyond", "columns", columns.head().size())
                    : read.broken().get(i + 1);
            if (!ListColumns.isBlank(row) || broken != null) {
                lines.add(line(register, i + 1, broken, column -> columns.value(row, column)));
            }
        }
        if (lines.isEmpty() || lines.size() > ManyRegistrations.MOST) {
            throw invalid(
                    lines.isEmpty() ? "many.none" : "many.too-many",
                    "most",
                    ManyRegistrations.MOST,
                    "actual",
                    lines.size());
        }
        return lines;
    }

    /** A cell by the name of its column. */
    private interface Cells {
        String get(String column);
    }

    private Line line(KommuneNames register, int number, String broken, Cells cells) {
        List<Violation> wrong = new ArrayList<>();
        if (broken != null) {
            wrong.add(new Violation("file", broken));
        }
        ListKeys.Meaning<Kommune> kommune = ListKeys.kommune(register, cells.get("Kommune"));
        ListKeys.Meaning<Seminar> seminar = keys.seminar(cells.get("Termin"));
        note(wrong, "Kommune", kommune.reason());
        note(wrong, "Termin", seminar.reason());
        Boolean waits = waits(cells.get("Warteliste"));
        note(
                wrong,
                "Warteliste",
                waits == null ? Messages.text("many.waiting", "value", cells.get("Warteliste")) : null);
        Participant.Details person = new Participant.Details(
                cells.get("Vorname"),
                cells.get("Nachname"),
                cells.get("E-Mail"),
                cells.get("Funktion"),
                cells.get("Bedarf"));
        Input input = new Input();
        person.check(input);
        try {
            input.throwIfWrong();
        } catch (InvalidInputException invalid) {
            wrong.addAll(invalid.violations());
        }
        ManyRegistrations.Shown shown = ManyRegistrations.Shown.of(person, kommune.found(), seminar.found());
        return wrong.isEmpty()
                ? new Line(
                        number,
                        new Application(
                                seminar.found().id(),
                                person,
                                waits,
                                kommune.found().ars()),
                        wrong,
                        shown)
                : new Line(number, null, wrong, shown);
    }

    /** Null if it cannot be told: an „x“ may mean either. */
    private static Boolean waits(String typed) {
        if (typed == null) {
            return false;
        }
        return switch (typed.toLowerCase(Locale.GERMANY)) {
            case "ja", "j", "wahr", "true" -> true;
            case "nein", "n", "falsch", "false" -> false;
            default -> null;
        };
    }

    private static void note(List<Violation> wrong, String column, String reason) {
        if (reason != null) {
            wrong.add(new Violation(column, reason));
        }
    }

    private static InvalidInputException invalid(String key, Object... details) {
        return new InvalidInputException(List.of(new Violation("file", Messages.text(key, details))));
    }
}
