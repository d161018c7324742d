package de.digitallotsen.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Response;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list that people carry elsewhere: as CSV for programs and as XLSX for people. Dates are dates and amounts are
 * numbers. A text that a spreadsheet would take for a formula is made harmless.
 *
 * @param name of the file and the sheet, without ending
 * @param filter in words, for the sheet „Info“
 * @param columns headings
 * @param rows cells: text, {@link Number}, {@link Money}, {@link LocalDate}, {@link Instant} or null
 */
public record Table(String name, String filter, List<String> columns, List<List<Object>> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;
    /** For the arrow of the filter beside a heading. */
    private static final int ARROW = 4;

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

    /** As the ending of the address asks: {@code csv} or {@code xlsx}. */
    public Response as(String ending, Instant at) {
        return "xlsx".equals(ending) ? xlsx(at) : csv();
    }

    /** Semicolon, UTF-8 with byte order mark, as Excel in German opens it by a double click. */
    public Response csv() {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            writer.writeRecord(columns.stream().map(Table::harmless).toList());
            rows.forEach(
                    row -> writer.writeRecord(row.stream().map(Table::csvCell).toList()));
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
        return file(name, text.toString().getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", "csv");
    }

    private static String csvCell(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Money money) {
            return German.plainEuro(money.cents());
        }
        if (cell instanceof LocalDate day) {
            return German.date(day);
        }
        if (cell instanceof Instant instant) {
            ZonedDateTime berlin = instant.atZone(German.BERLIN);
            return German.date(berlin.toLocalDate()) + " " + German.time(berlin.toLocalTime());
        }
        return cell instanceof Number ? cell.toString() : harmless(cell.toString());
    }

    /** A leading apostrophe makes a spreadsheet show the text instead of reckoning with it. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Typed cells, frozen header with filter, and a sheet „Info“ that says what the list holds. */
    public Response xlsx(Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Digitallotsen-Portal", "1.0")) {
            writeSheet(workbook.newWorksheet(name));
            writeInfo(workbook.newWorksheet("Info"), at, rows.size());
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
        return file(
                name, bytes.toByteArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    }

    /** Who carries the list away; asked here, so that no list forgets to say it. */
    private static String carrier() {
        return CDI.current()
                .select(CurrentUser.class)
                .get()
                .signedIn()
                .map(user -> user.name() + ", "
                        + (user.kommuneName() == null ? Messages.label(user.role()) : user.kommuneName()))
                .orElse("ohne Zugang");
    }

    void writeInfo(Worksheet info, Instant at, int number) {
        info.width(0, 14);
        info.width(1, WIDEST);
        List<List<Object>> lines = List.of(
                List.of("Liste", name),
                List.of("Auswahl", filter.isEmpty() ? "alle" : filter),
                List.of("Stand", German.dateTime(at)),
                List.of("Erstellt von", carrier()),
                List.of("Zeilen", number));
        for (int i = 0; i < lines.size(); i++) {
            write(info, i, 0, lines.get(i).get(0));
            write(info, i, 1, lines.get(i).get(1));
        }
    }

    void writeSheet(Worksheet sheet) {
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c));
            sheet.style(0, c).bold().set();
            sheet.width(c, width(c));
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, rows.size(), columns.size() - 1);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                write(sheet, r + 1, c, rows.get(r).get(c));
            }
        }
    }

    /** Wide enough for what stands in it: a date in a column too narrow for it is shown as „####“. */
    private int width(int column) {
        int content = rows.stream()
                .mapToInt(row -> csvCell(row.get(column)).length() + 2)
                .max()
                .orElse(0);
        return Math.min(WIDEST, Math.max(NARROWEST, Math.max(columns.get(column).length() + ARROW, content)));
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
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell != null) {
            // A typed text cell is never reckoned with: what was typed stays as it was.
            sheet.value(row, column, cell.toString());
        }
    }

    static Response file(String name, byte[] content, String type, String ending) {
        String plain = name.toLowerCase(java.util.Locale.GERMANY)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-");
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + plain + "." + ending + "\"")
                .build();
    }
}
