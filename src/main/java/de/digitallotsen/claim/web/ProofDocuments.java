package de.digitallotsen.claim.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.claim.ProduceProofOfUse;
import de.digitallotsen.claim.ProofOfUse;
import de.digitallotsen.claim.ProofSheets;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Tables;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** A proof of use to carry elsewhere: as PDF, or as XLSX with a sheet for each of its lists. */
@Singleton
class ProofDocuments {

    private final ProduceProofOfUse produce;
    private final ProofSheets sheets;

    ProofDocuments(ProduceProofOfUse produce, ProofSheets sheets) {
        this.produce = produce;
        this.sheets = sheets;
    }

    Response file(Actor actor, ProduceProofOfUse.Command command, String ending) {
        ProofOfUse proof = produce.handle(actor, command);
        return "pdf".equals(ending)
                ? ClaimDocuments.pdf(sheets.pdf(proof))
                : tables(proof).xlsx(proof.at());
    }

    private static Tables tables(ProofOfUse proof) {
        String words = Table.words(
                "Förderzeitraum",
                proof.period().name(),
                "Stand",
                proof.draft() ? "Entwurf" : "abgeschlossen",
                "Prüfsumme (SHA-256)",
                proof.hash());
        return new Tables(
                "Verwendungsnachweis " + proof.period().firstDay() + (proof.draft() ? " Entwurf" : ""),
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
                "Entgelt",
                "Anteil Land"));
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
                    new Money(p.subsidyCents())));
            if (proof.named()) {
                row.add(p.person());
            }
            rows.add(row);
        }
        if (proof.named()) {
            columns.add("Name");
        }
        return new Table("Teilnahmen", "", columns, rows);
    }
}
