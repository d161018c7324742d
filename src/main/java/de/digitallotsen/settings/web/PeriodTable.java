package de.digitallotsen.settings.web;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.settings.PeriodSearch;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;

/** The funding periods as a list to carry elsewhere. */
final class PeriodTable {

    private PeriodTable() {}

    static Table of(List<PeriodSearch.PeriodMoney> periods) {
        List<List<Object>> rows = new ArrayList<>();
        for (PeriodSearch.PeriodMoney period : periods) {
            rows.add(List.of(
                    period.name(),
                    period.firstDay(),
                    period.lastDay(),
                    PeriodPages.stateOf(period),
                    new Money(period.totals().allocated()),
                    new Money(period.totals().reserved()),
                    new Money(period.totals().spent()),
                    new Money(period.totals().available())));
        }
        return new Table(
                "Förderzeiträume",
                "",
                List.of(
                        "Zeitraum",
                        "Erster Tag",
                        "Letzter Tag",
                        "Stand",
                        "Zugewiesen",
                        "Gebunden",
                        "Festgestellt",
                        "Verfügbar"),
                rows);
    }
}
