package de.digitallotsen.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

import de.digitallotsen.shared.CsvText;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Percentage;

/** The cells of a {@link Table} as text. */
final class Cells {

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
        return cell instanceof Number || cell instanceof Percentage
                ? cell.toString()
                : CsvText.harmless(cell.toString());
    }
}
