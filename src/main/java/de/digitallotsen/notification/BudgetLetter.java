package de.digitallotsen.notification;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.notification.MailContent.Row;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.German;

/**
 * What the words about the money of a period are made of.
 *
 * @param percent the threshold
 * @param exhausted it is the one at which nothing is left
 */
public record BudgetLetter(String period, int percent, boolean exhausted, String available) {

    static BudgetLetter of(FundingPeriod period, BudgetFacts facts) {
        return new BudgetLetter(
                period.name(),
                facts.percent(),
                facts.percent() == 100,
                German.euro(facts.totals().available()));
    }

    static List<Row> rows(FundingPeriod period, BudgetTotals totals, Instant at) {
        return List.of(
                Row.of("Förderzeitraum", period.name()),
                Row.of("Stand", German.dateTime(at)),
                Row.of("zugewiesen", German.euro(totals.allocated())),
                Row.of("gebunden", German.euro(totals.reserved())),
                Row.of("festgestellt", German.euro(totals.spent())),
                Row.of("verfügbar", German.euro(totals.available())));
    }
}
