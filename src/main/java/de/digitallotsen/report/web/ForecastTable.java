package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.report.Projection;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;

/** A forecast to carry elsewhere: what is said, the three cases, and every assumption. */
final class ForecastTable {

    private ForecastTable() {}

    static Table of(ForecastReport.Dated dated) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(
                Arrays.asList(Messages.text("forecast.result"), null, null, ForecastWords.sentence(dated), null, null));
        ForecastWords.cases(dated.forecast())
                .forEach(c -> rows.add(Arrays.asList(
                        c.name(),
                        day(c.planned()),
                        new Money(ForecastWords.rounded(c.planned().remainder())),
                        null,
                        day(c.steady()),
                        new Money(ForecastWords.rounded(c.steady().remainder())))));
        ForecastWords.assumptions(dated)
                .forEach(sentence -> rows.add(
                        Arrays.asList(Messages.text("forecast.assumption"), null, null, sentence, null, null)));
        String words =
                Table.words("Förderzeitraum", dated.period().name(), "Verfügbar", German.euro(dated.availableCents()));
        return new Table(
                "Prognose " + dated.period().shortName(),
                words,
                List.of(
                        "Angabe",
                        "Mittel erschöpft",
                        "Rest am Ende des Zeitraums",
                        "In Worten",
                        "Mit weiteren Terminen erschöpft",
                        "Rest mit weiteren Terminen"),
                rows);
    }

    private static Object day(Projection projection) {
        return projection.exhaustion() == null ? ForecastWords.exhaustion(projection) : projection.exhaustion();
    }
}
