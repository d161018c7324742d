package de.digitallotsen.claim.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimPayment;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.web.Table;

/** The claims as a list to carry elsewhere; one claim with its lines is {@link ClaimLineTable}. */
final class ClaimTable {

    private ClaimTable() {}

    /** All of the period, or of all of them, that this actor may see. */
    static Table of(ClaimSearch search, Actor actor, ChosenPeriod chosen) {
        List<Claim> claims =
                search.find(actor, chosen.id(), Page.Request.everything()).items();
        Map<Long, ClaimPayment> payments = search.payments(claims);
        List<List<Object>> rows = new ArrayList<>();
        for (Claim claim : claims) {
            rows.add(Arrays.asList(
                    claim.number(),
                    claim.period().name(),
                    Messages.label(claim.status()),
                    new Money(claim.amountCents()),
                    new Money(claim.grantedCents()),
                    new Money(claim.drawnCents()),
                    claim.preparedAt(),
                    claim.submittedAt(),
                    claim.returnedAt(),
                    claim.approvedAt(),
                    claim.paidAt(),
                    valueDate(payments.get(claim.id())),
                    reference(payments.get(claim.id()))));
        }
        return new Table(
                chosen.naming("Mittelabrufe"),
                Table.words("Förderzeitraum", chosen.name()),
                List.of(
                        "Nummer",
                        "Förderzeitraum",
                        "Stand",
                        "Betrag",
                        "Bewilligt",
                        "Vorher abgerufen",
                        "Zusammengestellt",
                        "Eingereicht",
                        "Zurückgegeben",
                        "Genehmigt",
                        "Zahlung vermerkt",
                        "Wertstellung",
                        "Kassenzeichen"),
                rows);
    }

    private static Object valueDate(ClaimPayment payment) {
        return payment == null
                ? null
                : payment.valueDate() == null ? Messages.text("claim.not-recorded") : payment.valueDate();
    }

    private static Object reference(ClaimPayment payment) {
        return payment == null ? null : payment.reference();
    }
}
