package de.digitallotsen.registration;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A list of people to register, as a spreadsheet saves it: XLSX, or CSV in UTF-8 or Windows-1252 with semicolon, comma
 * or tab. The first line names the columns, in any order.
 */
@ApplicationScoped
public class RegistrationList {

    /** Columns of the template; the last three may be missing or empty. */
    public static final List<String> COLUMNS =
            List.of("Kommune", "Termin", "Vorname", "Nachname", "E-Mail", "Funktion", "Bedarf", "Warteliste");

    private static final int NEEDED = 5;

    private final Kommunen kommunen;
    private final Seminars seminars;

    RegistrationList(Kommunen kommunen, Seminars seminars) {
        this.kommunen = kommunen;
        this.seminars = seminars;
    }

    /**
     * Reads a file.
     *
     * @return a line each, numbered as the spreadsheet shows them; what cannot be understood is said there
     * @throws InvalidInputException if it is no such list, or has more than {@value ManyRegistrations#MOST} lines
     */
    public List<Line> read(byte[] file) {
        List<List<String>> rows;
        try {
            rows = SpreadsheetRows.of(file);
        } catch (InvalidInputException exceeded) {
            throw exceeded;
        } catch (IOException | RuntimeException unreadable) {
            throw invalid("many.unreadable", "columns", String.join(", ", COLUMNS));
        }
        return lines(rows);
    }

    private List<Line> lines(List<List<String>> rows) {
        Map<String, Integer> at = new HashMap<>();
        List<String> head = rows.isEmpty() ? List.of() : rows.get(0);
        for (int i = 0; i < head.size(); i++) {
            at.putIfAbsent(head.get(i) == null ? "" : head.get(i).strip().toLowerCase(Locale.GERMANY), i);
        }
        if (!at.keySet()
                .containsAll(COLUMNS.subList(0, NEEDED).stream()
                        .map(column -> column.toLowerCase(Locale.GERMANY))
                        .toList())) {
            throw invalid("many.unreadable", "columns", String.join(", ", COLUMNS));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.stream().anyMatch(cell -> cell != null && !cell.isBlank())) {
                lines.add(line(i + 1, column -> value(row, at, column)));
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

    private static String value(List<String> row, Map<String, Integer> at, String column) {
        Integer index = at.get(column.toLowerCase(Locale.GERMANY));
        String value = index == null || index >= row.size() || row.get(index) == null
                ? ""
                : row.get(index).strip();
        return value.isEmpty() ? null : value;
    }

    /** A cell by the name of its column. */
    private interface Cells {
        String get(String column);
    }

    private Line line(int number, Cells cells) {
        List<Violation> wrong = new ArrayList<>();
        String ars = kommune(cells.get("Kommune"));
        Long seminar = seminar(cells.get("Termin"));
        note(wrong, ars != null, "Kommune", "many.kommune", cells.get("Kommune"));
        note(wrong, seminar != null, "Termin", "many.seminar", cells.get("Termin"));
        String wait = cells.get("Warteliste");
        boolean knows = wait == null || wait.toLowerCase(Locale.GERMANY).matches("ja|nein|j|n|x");
        note(wrong, knows, "Warteliste", "many.waiting", wait);
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
        boolean waits = wait != null && wait.toLowerCase(Locale.GERMANY).matches("ja|j|x");
        return wrong.isEmpty()
                ? Line.of(number, new Application(seminar, person, waits, ars))
                : new Line(number, null, wrong);
    }

    private static void note(List<Violation> wrong, boolean holds, String column, String key, String value) {
        if (!holds) {
            wrong.add(new Violation(column, Messages.text(key, "value", value == null ? "" : value)));
        }
    }

    /** By key, or by the name as it is shown everywhere. */
    private String kommune(String text) {
        if (text == null) {
            return null;
        }
        String digits = text.matches("\\d{11}") ? "0" + text : text;
        return (digits.matches("\\d{12}")
                        ? kommunen.find("ars", digits)
                        : kommunen.find("displayName", Input.clean(text)))
                .firstResultOptional()
                .map(kommune -> kommune.ars())
                .orElse(null);
    }

    /** By number, or by the first day if only one published seminar begins on it. */
    private Long seminar(String text) {
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,9}")) {
            return seminars.findByIdOptional(Long.valueOf(text))
                    .map(Seminar::id)
                    .orElse(null);
        }
        Optional<LocalDate> day = German.parseDate(text);
        List<Seminar> that = day.map(d -> seminars.list("firstDay = ?1 and status = PUBLISHED", d))
                .orElse(List.of());
        return that.size() == 1 ? that.get(0).id() : null;
    }

    private static InvalidInputException invalid(String key, Object... details) {
        return new InvalidInputException(List.of(new Violation("file", Messages.text(key, details))));
    }
}
