package de.digitallotsen.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.VisibleText;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * The cells of a workbook as people see them (R39): WAHR and FALSCH, the result of a formula, a date whatever its
 * format. A cell that shows an error, or a formula whose result was never reckoned, is no empty cell.
 *
 * @param since1904 the workbook counts days from 1904, as old Macs did
 * @param dateFormats what was found out about each format already: a workbook has few, and a cell for each row
 */
record SheetCells(boolean since1904, Map<String, Boolean> dateFormats) {

    /** Day 0 of a workbook: Excel takes 1900 for a leap year, which no date of ours meets. */
    private static final LocalDate BEGIN = LocalDate.of(1899, 12, 30);

    private static final LocalDate BEGIN_1904 = LocalDate.of(1904, 1, 1);
    /** What stands in a format without being one: „text“, [Red], \x, _x, *x. */
    private static final String LITERALS = "\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.";

    private static final Pattern ERROR = Pattern.compile(
            "#(NV|N/A|NAME\\?|DIV/0!|BEZUG!|REF!|WERT!|VALUE!|ZAHL!|NUM!|NULL!|ÜBERLAUF!|SPILL!|KALK!|CALC!)");

    /** Digits before and behind the comma: more is no number of ours, and a power of ten would fill the memory. */
    private static final int LONGEST = 30;
    /** What Excel allows. */
    private static final int LONGEST_FORMAT = 255;
    /** 31.12.9999. */
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);

    SheetCells(boolean since1904) {
        this(since1904, new HashMap<>());
    }

    /** Why the cell cannot be used; empty if it can. */
    Optional<String> broken(Cell cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String raw = raw(cell);
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && isError(raw)) {
            return Optional.of(Messages.text("many.error-cell", "cell", cell.getAddress(), "value", raw));
        }
        return cell.getFormula() != null && cell.getRawValue() == null
                ? Optional.of(Messages.text("many.no-result", "cell", cell.getAddress()))
                : Optional.empty();
    }

    String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        // The result of a formula has the type of the formula, and its own in the value.
        Object value = cell.getValue();
        if (value instanceof Boolean yes) {
            return yes ? "WAHR" : "FALSCH";
        }
        if (value instanceof BigDecimal number) {
            return isDay(number) && isDate(cell) ? German.date(day(number, since1904)) : plain(number);
        }
        return cell.getType() == CellType.FORMULA ? raw(cell) : value == null ? "" : value.toString();
    }

    /** What a spreadsheet shows instead of a value, in German and in English. */
    static boolean isError(String text) {
        String seen = VisibleText.line(text);
        return seen != null && ERROR.matcher(seen).matches();
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        boolean huge = Math.abs((long) number.scale()) > LONGEST || number.precision() > LONGEST;
        return huge ? number.toString() : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDay(BigDecimal serial) {
        return serial.signum() >= 0 && serial.compareTo(LAST_DAY) <= 0;
    }

    private static String raw(Cell cell) {
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    /** The day of a serial number. */
    static LocalDate day(BigDecimal serial, boolean since1904) {
        return (since1904 ? BEGIN_1904 : BEGIN).plusDays(serial.longValue());
    }

    private boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && format.length() <= LONGEST_FORMAT
                && dateFormats.computeIfAbsent(format, SheetCells::showsDays);
    }

    private static boolean showsDays(String format) {
        return !format.equalsIgnoreCase("general")
                && format.replaceAll(LITERALS, "").toLowerCase(Locale.ROOT).matches(".*[dyj].*|.*m{3}.*");
    }
}
