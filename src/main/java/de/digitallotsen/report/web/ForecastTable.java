package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;

/** A forecast to carry elsewhere: what is said, the three cases, and every assumption. */
final class ForecastTable {

    private ForecastTable() {}

    static Table of(ForecastReport.Dated dated) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(Messages.text("forecast.result"), null, null, ForecastWords.sentence(dated)));
        ForecastWords.cases(dated.forecast())
                .forEach(c -> rows.add(Arrays.asList(
                        c.name(),
                        c.exhaustion() == null ? Messages.text("forecast.case-lasts") : c.exhaustion(),
                        new Money(ForecastWords.rounded(c.remainderCents())),
                        null)));
        ForecastWords.assumptions(dated)
                .forEach(sentence ->
                        rows.add(Arrays.asList(Messages.text("forecast.assumption"), null, null, sentence)));
        String words =
                Table.words("Förderzeitraum", dated.period().name(), "Verfügbar", German.euro(dated.availableCents()));
        return new Table(
                "Prognose " + dated.period().shortName(),
                words,
                List.of("Angabe", "Mittel erschöpft", "Rest am Ende des Zeitraums", "In Worten"),
                rows);
    }
}
