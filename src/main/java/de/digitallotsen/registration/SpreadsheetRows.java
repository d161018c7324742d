package de.digitallotsen.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.German;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The rows of a file as a spreadsheet saves it: XLSX, or CSV in UTF-8 or Windows-1252 with semicolon, comma or tab.
 * Every cell as text.
 */
final class SpreadsheetRows {

    private static final byte[] XLSX = {'P', 'K'};

    private SpreadsheetRows() {}

    /** At the place at which the spreadsheet shows them; empty rows are empty lists. */
    static List<List<String>> of(byte[] file) throws IOException {
        return isXlsx(file) ? spreadsheet(file) : text(FileText.of(file));
    }

    private static boolean isXlsx(byte[] file) {
        return file.length > 1 && file[0] == XLSX[0] && file[1] == XLSX[1];
    }

    private static List<List<String>> spreadsheet(byte[] file) throws IOException {
        WorkbookLimits.check(file);
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<List<String>> all = new ArrayList<>();
            rows.limit(ManyRegistrations.MOST * 2L).forEach(row -> {
                while (all.size() < row.getRowNum() - 1) {
                    all.add(List.of());
                }
                all.add(row.stream().map(SpreadsheetRows::cell).toList());
            });
            return all;
        }
    }

    /** A date comes as a date or as text, a key as text or, its leading zero lost, as a number. */
    private static String cell(Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER ->
                isDate(cell)
                        ? German.date(cell.asDate().toLocalDate())
                        : cell.asNumber().toPlainString();
            case EMPTY, ERROR -> "";
            default -> cell.getText();
        };
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && format.toLowerCase(Locale.ROOT).matches(".*[dmyj].*")
                && !format.equalsIgnoreCase("general");
    }

    private static List<List<String>> text(String csv) throws IOException {
        String head = csv.lines().findFirst().orElse("");
        char separator = head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            for (CsvRecord row : reader) {
                if (rows.size() >= WorkbookLimits.MOST_ROWS) {
                    throw WorkbookLimits.exceeded();
                }
                rows.add(row.getFields());
            }
        }
        return rows;
    }
}
