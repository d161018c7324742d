package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.report.WaitingForFunds;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;

/** The figures of the budget page to carry elsewhere, down to who waits for money in which seminar. */
final class BudgetTable {

    private BudgetTable() {}

    /** @param asOf the day that was asked for, as it stands in the address; null or empty for now */
    static Table of(BudgetPosition.Position position, String asOf) {
        BudgetTotals totals = position.totals();
        WaitingForFunds.Sum waiting = position.waitingSum();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row("Zugewiesen", null, totals.allocated()));
        rows.add(row("Festgestellt", null, totals.spent()));
        rows.add(row("Gebunden", null, totals.reserved()));
        rows.add(row("Verfügbar", null, totals.available()));
        rows.add(row("Abgerufen", null, position.claims().claimed()));
        rows.add(row("Gezahlt", null, position.claims().paid()));
        rows.add(row("Geförderte Anmeldungen", position.fundedRegistrations(), totals.committed()));
        rows.add(row("Förderung im Durchschnitt je geförderter Anmeldung", null, position.averageSubsidyCents()));
        rows.add(row("Warten auf Fördermittel", waiting.registrations(), waiting.cents()));
        position.waiting()
                .forEach(line -> rows.add(Arrays.asList(
                        "Warten auf Fördermittel, davon",
                        line.firstDay(),
                        line.venue() == null ? Messages.text("seminar.online") : line.venue(),
                        line.registrations(),
                        new Money(line.cents()))));
        return new Table(
                "Fördermittel " + position.period().shortName(),
                Table.words("Förderzeitraum", position.period().name(), "Ende des Tages", asOf),
                List.of("Angabe", "Erster Tag", "Ort", "Anmeldungen", "Betrag"),
                rows);
    }

    private static List<Object> row(String what, Long registrations, long cents) {
        return Arrays.asList(what, null, null, registrations, new Money(cents));
    }
}
