package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.web.Table;
import jakarta.enterprise.context.ApplicationScoped;

/** The ledger as a list to carry elsewhere. */
@ApplicationScoped
class LedgerTable {

    private final BudgetReport report;

    LedgerTable(BudgetReport report) {
        this.report = report;
    }

    /** As filtered on the screen. */
    Table entries(ChosenPeriod chosen, BudgetReport.Filter filter, String words) {
        List<List<Object>> rows = new ArrayList<>();
        for (BudgetReport.EntryLine line :
                report.entries(chosen.id(), filter, Page.Request.everything()).items()) {
            rows.add(Arrays.asList(
                    line.number(),
                    line.bookedAt(),
                    Messages.label(line.type()),
                    new Money(line.allocatedCents()),
                    new Money(line.reservedCents()),
                    new Money(line.spentCents()),
                    line.reference(),
                    line.kommuneArs(),
                    line.kommuneName(),
                    line.reason(),
                    line.formerNumber(),
                    line.periodName(),
                    line.counterpartNumber(),
                    line.counterpartPeriodName(),
                    line.claimNumber()));
        }
        return new Table(
                chosen.naming("Buchungen"),
                words,
                List.of(
                        "Nummer",
                        "Gebucht",
                        "Art",
                        "Zugewiesen",
                        "Gebunden",
                        "Festgestellt",
                        "Anmeldung",
                        "Regionalschlüssel",
                        "Kommune",
                        "Begründung",
                        "Frühere Nummer",
                        "Förderzeitraum",
                        "Gegenbuchung",
                        "Zeitraum der Gegenbuchung",
                        "Mittelabruf"),
                rows);
    }
}
