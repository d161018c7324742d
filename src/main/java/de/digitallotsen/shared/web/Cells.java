package de.digitallotsen.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Money;

/** The cells of a {@link Table} as text. */
final class Cells {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Cells() {}

    static String text(Object cell) {
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
}
