package de.digitallotsen.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Percentage;
import jakarta.enterprise.context.ApplicationScoped;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lists as a workbook: dates are dates, amounts are numbers, the header is frozen and has a filter. A sheet „Info“ says
 * what they hold, as of when, and who carries them away.
 */
@ApplicationScoped
public class Workbooks {

    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;
    /** For the arrow of the filter beside a heading. */
    private static final int ARROW = 4;

    private final Clock clock;
    private final CurrentUser user;

    Workbooks(Clock clock, CurrentUser user) {
        this.clock = clock;
        this.user = user;
    }

    byte[] write(Tables lists) throws IOException {
        return workbook(lists, clock.instant(), carrier());
    }

    /** A document: of the same lists at the same time by the same person the same bytes (R36). */
    public byte[] write(Tables lists, Instant at, String by) throws IOException {
        return SameBytes.of(workbook(lists, at, by), at);
    }

    private static byte[] workbook(Tables lists, Instant at, String by) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Digitallotsen-Portal", "1.0")) {
            lists.sheets().forEach(list -> writeSheet(workbook.newWorksheet(list.name()), list));
            writeInfo(workbook.newWorksheet("Info"), lists, at, by);
        }
        return bytes.toByteArray();
    }

    private String carrier() {
        return user.signedIn()
                .map(person -> person.name() + ", "
                        + (person.kommuneName() == null ? Messages.label(person.role()) : person.kommuneName()))
                .orElse("ohne Zugang");
    }

    private static void writeInfo(Worksheet info, Tables lists, Instant at, String by) {
        info.width(0, 14);
        info.width(1, WIDEST);
        List<List<Object>> lines = List.of(
                List.of("Liste", lists.name()),
                List.of("Auswahl", lists.filter().isEmpty() ? "alle" : lists.filter()),
                List.of("Stand", German.dateTime(at)),
                List.of("Erstellt von", by),
                List.of(
                        "Zeilen",
                        lists.sheets().stream()
                                .mapToInt(list -> list.rows().size())
                                .sum()));
        for (int i = 0; i < lines.size(); i++) {
            write(info, i, 0, lines.get(i).get(0));
            write(info, i, 1, lines.get(i).get(1));
        }
    }

    private static void writeSheet(Worksheet sheet, Table list) {
        for (int c = 0; c < list.columns().size(); c++) {
            sheet.value(0, c, list.columns().get(c));
            sheet.style(0, c).bold().set();
            sheet.width(c, width(list, c));
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, list.rows().size(), list.columns().size() - 1);
        for (int r = 0; r < list.rows().size(); r++) {
            for (int c = 0; c < list.columns().size(); c++) {
                write(sheet, r + 1, c, list.rows().get(r).get(c));
            }
        }
    }

    /** Wide enough for what stands in it: a date in a column too narrow for it is shown as „####“. */
    private static int width(Table list, int column) {
        int content = list.rows().stream()
                .mapToInt(row -> Cells.text(row.get(column)).length() + 2)
                .max()
                .orElse(0);
        int heading = list.columns().get(column).length() + ARROW;
        return Math.min(WIDEST, Math.max(NARROWEST, Math.max(heading, content)));
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Money money) {
            sheet.value(row, column, money.cents() / 100.0);
            sheet.style(row, column).format("#,##0.00 \"€\"").set();
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd.mm.yyyy").set();
        } else if (cell instanceof Instant instant) {
            sheet.value(row, column, LocalDateTime.ofInstant(instant, German.BERLIN));
            sheet.style(row, column).format("dd.mm.yyyy hh:mm").set();
        } else if (cell instanceof Percentage share) {
            sheet.value(row, column, share.number());
            sheet.style(row, column).format("0.0").set();
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell != null) {
            // A typed text cell is never reckoned with: what was typed stays as it was.
            sheet.value(row, column, cell.toString());
        }
    }
}
