package de.digitallotsen.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import de.digitallotsen.shared.CsvText;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.VisibleText;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of a file as a spreadsheet saves it: XLSX, or CSV ({@link CsvText}). Every cell as text.
 *
 * @param rows at the place at which the spreadsheet shows them; empty rows are empty lists
 * @param broken why a row cannot be used although its cells can be read, by its place: a formula without a result
 * @param sheet that was read; empty for CSV
 * @param others sheets that were not, hidden ones as such
 */
record SpreadsheetRows(List<List<String>> rows, Map<Integer, String> broken, String sheet, List<String> others) {

    private static final byte[] XLSX = {'P', 'K'};

    static SpreadsheetRows of(byte[] file) throws IOException {
        return isXlsx(file) ? workbook(file) : text(FileText.of(file));
    }

    /** What people have to know about the file besides its rows. */
    List<String> notes() {
        return others.isEmpty()
                ? List.of()
                : List.of(Messages.text(
                        "many.other-sheets",
                        "sheet",
                        sheet,
                        "count",
                        others.size(),
                        "others",
                        String.join(", ", others)));
    }

    private static boolean isXlsx(byte[] file) {
        return file.length > 1 && file[0] == XLSX[0] && file[1] == XLSX[1];
    }

    private static SpreadsheetRows workbook(byte[] file) throws IOException {
        boolean dated = WorkbookLimits.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                new ByteArrayInputStream(dated ? IsoDateCells.asText(file) : file), new ReadingOptions(true, true))) {
            List<Sheet> all = workbook.getSheets().toList();
            Sheet first =
                    all.stream().filter(SpreadsheetRows::isVisible).findFirst().orElseGet(workbook::getFirstSheet);
            SpreadsheetRows read = new SpreadsheetRows(
                    new ArrayList<>(),
                    new TreeMap<>(),
                    first.getName(),
                    all.stream()
                            .filter(sheet -> sheet.getIndex() != first.getIndex())
                            .map(SpreadsheetRows::named)
                            .toList());
            SheetCells cells = new SheetCells(workbook.isDate1904());
            try (Stream<Row> rows = first.openStream()) {
                rows.forEach(row -> read.add(row, cells));
            }
            return read;
        }
    }

    private static boolean isVisible(Sheet sheet) {
        return sheet.getVisibility() == SheetVisibility.VISIBLE;
    }

    /** Nobody sees a hidden one: whoever misses its rows has to learn that it is there. */
    private static String named(Sheet sheet) {
        return isVisible(sheet) ? sheet.getName() : Messages.text("many.hidden-sheet", "sheet", sheet.getName());
    }

    private void add(Row row, SheetCells cells) {
        while (rows.size() < row.getRowNum() - 1) {
            rows.add(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            cells.broken(cell).ifPresent(reason -> broken.putIfAbsent(row.getRowNum(), reason));
            texts.add(cells.text(cell));
        }
        rows.add(texts);
    }

    private static SpreadsheetRows text(String csv) {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, String> broken = new TreeMap<>();
        for (CsvText.Row row : CsvText.rows(csv, WorkbookLimits.MOST_ROWS)) {
            while (rows.size() < row.line() - 1) {
                rows.add(List.of());
            }
            rows.add(row.cells());
            row.cells().stream()
                    .filter(SheetCells::isError)
                    .map(VisibleText::line)
                    .forEach(error -> broken.put(rows.size(), Messages.text("many.error", "value", error)));
        }
        return new SpreadsheetRows(rows, broken, "", List.of());
    }
}
