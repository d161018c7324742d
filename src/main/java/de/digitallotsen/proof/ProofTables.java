package de.digitallotsen.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Tables;

/** A proof of use to carry elsewhere: a sheet for each of its lists. */
public final class ProofTables {

    private ProofTables() {}

    public static Tables of(ProofOfUse proof) {
        String words = Table.words(
                "Förderzeitraum",
                proof.period().name(),
                "Nummer",
                proof.preview()
                        ? ""
                        : proof.edition().number() + ", Fassung "
                                + proof.edition().version(),
                "Stand",
                proof.preview() ? "Vorschau, nicht gespeichert" : proof.draft() ? "Entwurf" : "abgeschlossen",
                "Es fehlt",
                String.join(" ", proof.missing()));
        return new Tables(
                proof.fileName(),
                words,
                List.of(
                        finance(proof),
                        figures(proof),
                        vouchers(proof),
                        participations(proof),
                        years(proof),
                        grants(proof),
                        payments(proof)));
    }

    private static Table finance(ProofOfUse proof) {
        ProofOfUse.Plan plan = proof.plan();
        return new Table(
                "Einnahmen und Ausgaben",
                "",
                List.of("Position", "Plan", "Ist"),
                List.of(
                        Arrays.asList(
                                "Einnahmen: Landesmittel, gezahlt",
                                plan == null ? null : new Money(plan.grant()),
                                new Money(proof.paid())),
                        Arrays.asList(
                                "Einnahmen: Anteile der Kommunen, zu zahlen",
                                plan == null ? null : new Money(plan.ownShares()),
                                new Money(proof.ownShares())),
                        Arrays.asList(
                                "Ausgaben: Teilnahmeentgelte",
                                plan == null ? null : new Money(plan.fees()),
                                new Money(proof.fees())),
                        Arrays.asList("davon vom Land: festgestellt", null, new Money(proof.spent())),
                        Arrays.asList("Bereitgestellt nach allen Buchungen", null, new Money(proof.granted())),
                        Arrays.asList("Nicht festgestellt", null, new Money(proof.unused())),
                        Arrays.asList("Abgerufen", null, new Money(proof.asked())),
                        Arrays.asList(
                                "Noch nicht abgerufen (negativ: zurückzuzahlen)", null, new Money(proof.unclaimed()))));
    }

    private static Table figures(ProofOfUse proof) {
        List<List<Object>> rows = new ArrayList<>(List.of(
                List.of("Durchgeführte Seminare", proof.seminars()),
                List.of("Personen, die teilnahmen", proof.persons()),
                List.of("Beteiligte Kommunen", proof.kommunen()),
                List.of("Antragsberechtigte Kommunen", proof.reach().eligible()),
                List.of("Abdeckung in Prozent", proof.coveragePercent()),
                List.of("Erschienen in Prozent", proof.showPercent())));
        if (!proof.preview()) {
            proof.edition().paragraphs().forEach(paragraph -> rows.add(Arrays.asList("Sachbericht", paragraph)));
        }
        return new Table("Sachbericht", "", List.of("Angabe", "Wert"), rows);
    }

    private static Table vouchers(ProofOfUse proof) {
        List<List<Object>> rows = new ArrayList<>();
        proof.vouchers()
                .forEach(v -> rows.add(Arrays.asList(
                        v.number(),
                        v.day(),
                        v.reference(),
                        proof.issuer().payee(),
                        v.kommune(),
                        ProofSheets.purpose(v),
                        new Money(v.amountCents()))));
        rows.add(Arrays.asList(null, null, null, null, null, "Summe", new Money(proof.spent())));
        return new Table(
                "Belege",
                "",
                List.of("Buchung", "Datum", "Referenz", "Zahlung an", "Kommune", "Zweck", "Betrag"),
                rows);
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

    private static Table years(ProofOfUse proof) {
        return new Table(
                "Haushaltsjahre",
                "",
                List.of("Haushaltsjahr", "Plan", "Festgestellt", "Gezahlt", "Gebunden für spätere Jahre"),
                proof.years().stream()
                        .map(year -> Arrays.<Object>asList(
                                year.year(),
                                year.planCents() == null ? null : new Money(year.planCents()),
                                new Money(year.spentCents()),
                                new Money(year.paidCents()),
                                new Money(year.boundBeyondCents())))
                        .toList());
    }

    private static Table grants(ProofOfUse proof) {
        List<List<Object>> rows = new ArrayList<>();
        proof.grants()
                .forEach(grant -> rows.add(
                        Arrays.asList(grant.number(), grant.day(), grant.reason(), new Money(grant.amountCents()))));
        rows.add(Arrays.asList(null, null, "Summe", new Money(proof.granted())));
        return new Table("Bereitgestellte Mittel", "", List.of("Buchung", "Datum", "Begründung", "Betrag"), rows);
    }

    private static Table payments(ProofOfUse proof) {
        List<List<Object>> rows = new ArrayList<>();
        proof.payments()
                .forEach(payment -> rows.add(Arrays.asList(
                        payment.valueDate(), payment.claim(), payment.reference(), new Money(payment.amountCents()))));
        rows.add(Arrays.asList(null, null, "Summe", new Money(proof.paid())));
        return new Table("Zahlungen", "", List.of("Wertstellung", "Mittelabruf", "Kassenzeichen", "Betrag"), rows);
    }
}
