package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.report.Outlook;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Table;

/** What is and what would be, in words, line by line. */
final class WhatIfWords {

    private WhatIfWords() {}

    /** One line of the comparison. */
    public record Row(String what, String now, String then) {}

    static List<Row> rows(ForecastReport.Comparison comparison) {
        List<Row> rows = new ArrayList<>();
        add(rows, comparison, "rate", dated -> German.percent(dated.terms().rateBasisPoints()));
        add(
                rows,
                comparison,
                "places-per-kommune",
                dated -> German.number(dated.terms().placesPerKommune()));
        add(rows, comparison, "preference", WhatIfWords::preference);
        add(rows, comparison, "available", dated -> German.euro(dated.availableCents()));
        add(
                rows,
                comparison,
                "subsidy",
                dated -> German.euro(dated.forecast().basis().subsidyCents()));
        add(rows, comparison, "payable", WhatIfWords::payable);
        add(
                rows,
                comparison,
                "free-places",
                dated -> German.number(dated.forecast().basis().supply().freePlaces()));
        add(
                rows,
                comparison,
                "open-seats",
                dated -> German.number(dated.forecast().basis().supply().openSeats()));
        add(
                rows,
                comparison,
                "limit",
                dated -> dated.forecast().limit() == null
                        ? Messages.text("what-if.unknown")
                        : Messages.label(dated.forecast().limit()));
        add(rows, comparison, "exhaustion", dated -> exhaustion(dated.forecast().planned()));
        add(rows, comparison, "remainder", dated -> remainder(dated.forecast().planned()));
        add(
                rows,
                comparison,
                "further-exhaustion",
                dated -> exhaustion(dated.forecast().steady()));
        add(
                rows,
                comparison,
                "further-remainder",
                dated -> remainder(dated.forecast().steady()));
        return rows;
    }

    private static void add(
            List<Row> rows,
            ForecastReport.Comparison comparison,
            String key,
            Function<ForecastReport.Dated, String> words) {
        rows.add(new Row(
                Messages.label("WhatIf." + key), words.apply(comparison.now()), words.apply(comparison.then())));
    }

    private static String preference(ForecastReport.Dated dated) {
        return dated.terms().firstPersonsUntil() == null
                ? Messages.text("what-if.none")
                : Messages.text("what-if.until", "until", dated.terms().firstPersonsUntil());
    }

    private static String payable(ForecastReport.Dated dated) {
        Forecast.Basis basis = dated.forecast().basis();
        return basis.payable() == null ? Messages.text("what-if.any") : German.number(basis.payable());
    }

    private static String exhaustion(Outlook outlook) {
        if (outlook == null) {
            return Messages.text("what-if.unknown");
        }
        return ForecastWords.exhaustion(outlook.expected())
                + (outlook.earliest() == null && outlook.latest() == null
                        ? ""
                        : " (" + ForecastWords.exhaustion(outlook.fast()) + " – "
                                + ForecastWords.exhaustion(outlook.slow()) + ")");
    }

    private static String remainder(Outlook outlook) {
        return outlook == null
                ? Messages.text("what-if.unknown")
                : ForecastWords.amount(outlook.remainder()) + " (" + ForecastWords.amount(outlook.remainderLeast())
                        + " – " + ForecastWords.amount(outlook.remainderMost()) + ")";
    }

    static Table table(ForecastReport.Comparison comparison) {
        List<List<Object>> rows = new ArrayList<>();
        rows(comparison).forEach(row -> rows.add(List.of(row.what(), row.now(), row.then())));
        return new Table(
                "Was wäre wenn",
                Table.words("Förderzeitraum", comparison.now().period().name()),
                List.of("Angabe", "Heute", "Mit diesen Annahmen"),
                rows);
    }
}
