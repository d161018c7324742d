package de.digitallotsen.proof.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.proof.ProofOfUse;
import de.digitallotsen.proof.ProofSheets;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Tables;

/** A proof of use to carry elsewhere: a sheet for each of its lists. */
final class ProofTables {

    private ProofTables() {}

    static Tables of(ProofOfUse proof) {
        String words = Table.words(
                "Förderzeitraum",
                proof.period().name(),
                "Stand",
                proof.draft() ? "Entwurf" : "abgeschlossen",
                "Prüfsumme (SHA-256)",
                proof.hash());
        return new Tables(
                "Verwendungsnachweis " + proof.period().firstDay() + (proof.draft() ? " Entwurf" : "")
                        + (proof.named() ? " mit Namen" : ""),
                words,
                List.of(finance(proof), figures(proof), vouchers(proof), participations(proof)));
    }

    private static Table finance(ProofOfUse proof) {
        return new Table(
                "Einnahmen und Ausgaben",
                "",
                List.of("Position", "Plan", "Ist"),
                List.of(
                        Arrays.asList(
                                "Einnahmen: Landesmittel",
                                new Money(proof.plan().grant()),
                                new Money(proof.spent())),
                        Arrays.asList(
                                "Einnahmen: Anteile der Kommunen",
                                new Money(proof.plan().ownShares()),
                                new Money(proof.ownShares())),
                        Arrays.asList(
                                "Ausgaben: Teilnahmeentgelte",
                                new Money(proof.plan().fees()),
                                new Money(proof.fees())),
                        Arrays.asList("Nicht verbraucht", null, new Money(proof.unused())),
                        Arrays.asList(
                                "Abgerufen", null, new Money(proof.claimed().asked())),
                        Arrays.asList(
                                "davon gezahlt", null, new Money(proof.claimed().paid())),
                        Arrays.asList(
                                "Noch nicht abgerufen (negativ: zurückzuzahlen)", null, new Money(proof.unclaimed()))));
    }

    private static Table figures(ProofOfUse proof) {
        return new Table(
                "Sachbericht",
                "",
                List.of("Angabe", "Zahl"),
                List.of(
                        List.of("Durchgeführte Seminare", proof.seminars()),
                        List.of("Personen, die teilnahmen", proof.persons()),
                        List.of("Beteiligte Kommunen", proof.kommunen()),
                        List.of("Antragsberechtigte Kommunen", proof.reach().eligible()),
                        List.of("Abdeckung in Prozent", proof.coveragePercent()),
                        List.of("Erschienen in Prozent", proof.showPercent())));
    }

    private static Table vouchers(ProofOfUse proof) {
        List<List<Object>> rows = new ArrayList<>();
        proof.vouchers()
                .forEach(v -> rows.add(Arrays.asList(
                        v.number(),
                        v.day(),
                        v.reference(),
                        v.payee(),
                        ProofSheets.purpose(v),
                        new Money(v.amountCents()))));
        rows.add(Arrays.asList(null, null, null, null, "Summe", new Money(proof.spent())));
        return new Table("Belege", "", List.of("Buchung", "Datum", "Referenz", "Empfängerin", "Zweck", "Betrag"), rows);
    }

    private static Table participations(ProofOfUse proof) {
        List<String> columns = new ArrayList<>(List.of(
                "Seminar",
                "Erster Tag",
                "Referenz",
                "Regionalschlüssel",
                "Kommune",
                "Stand",
                "Tage",
                "Entgelt, vereinbart",
                "Das Land zahlt",
                "Zu zahlen"));
        List<List<Object>> rows = new ArrayList<>();
        for (ProofOfUse.Participation p : proof.participations()) {
            List<Object> row = new ArrayList<>(Arrays.asList(
                    p.seminar(),
                    p.seminarDay(),
                    p.reference(),
                    p.kommuneArs(),
                    p.kommune(),
                    Messages.label(p.status()),
                    p.daysAttended(),
                    new Money(p.feeCents()),
                    new Money(p.amount().landCents()),
                    new Money(p.amount().dueCents())));
            if (proof.named()) {
                row.add(p.person());
            }
            rows.add(row);
        }
        List<Object> sum = new ArrayList<>(Arrays.asList(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Summe",
                new Money(proof.total().landCents()),
                new Money(proof.total().dueCents())));
        if (proof.named()) {
            columns.add("Name");
            sum.add(null);
        }
        rows.add(sum);
        return new Table("Teilnahmen", "", columns, rows);
    }
}
