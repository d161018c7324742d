package de.digitallotsen.claim.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.web.Table;
import jakarta.inject.Singleton;

/** The claims as a list to carry elsewhere; one claim with its lines is {@link ClaimDocuments}. */
@Singleton
class ClaimTable {

    private final ClaimSearch search;

    ClaimTable(ClaimSearch search) {
        this.search = search;
    }

    Table all(Actor actor) {
        List<List<Object>> rows = new ArrayList<>();
        for (Claim claim : search.find(actor, Page.Request.everything()).items()) {
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
                    claim.paidAt()));
        }
        return new Table(
                "Mittelabrufe",
                "",
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
                        "Ausgezahlt"),
                rows);
    }
}
