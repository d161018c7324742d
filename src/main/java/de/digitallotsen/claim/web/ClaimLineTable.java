package de.digitallotsen.claim.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimLine;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimSheets;
import de.digitallotsen.claim.Recipient;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;
import jakarta.inject.Singleton;

/** One claim with its lines as a list to carry elsewhere. */
@Singleton
class ClaimLineTable {

    private final ClaimSearch search;
    private final Recipient recipient;

    ClaimLineTable(ClaimSearch search, Recipient recipient) {
        this.search = search;
        this.recipient = recipient;
    }

    Table of(Actor actor, long id) {
        Claim claim = search.require(actor, id);
        List<List<Object>> rows = new ArrayList<>();
        List<ClaimLine.View> lines = search.lines(claim);
        for (ClaimLine.View line : lines) {
            rows.add(Arrays.asList(
                    line.number(),
                    line.bookedAt(),
                    Messages.label(line.type()),
                    line.reference(),
                    line.kommuneArs(),
                    line.kommune(),
                    line.seminar(),
                    line.firstDay(),
                    new Money(line.feeCents()),
                    new Money(line.amountCents())));
        }
        rows.add(Arrays.asList(
                null,
                null,
                "Summe",
                null,
                null,
                null,
                null,
                null,
                new Money(lines.stream().mapToLong(ClaimLine.View::feeCents).sum()),
                new Money(claim.amountCents())));
        String words = Table.words(
                "Aktenzeichen",
                recipient.referenceNumber(),
                "Förderzeitraum",
                claim.period().name(),
                "Stand",
                Messages.label(claim.status()),
                "Bewilligt",
                German.euro(claim.grantedCents()),
                "Bisher abgerufen",
                German.euro(claim.drawnCents()),
                "Dieser Abruf",
                German.euro(claim.amountCents()),
                "IBAN",
                recipient.iban(),
                "Zahlung",
                ClaimSheets.paid(search.payment(claim)));
        return new Table(
                "Mittelabruf " + claim.number(),
                words,
                List.of(
                        "Buchung",
                        "Gebucht",
                        "Art",
                        "Anmeldung",
                        "Regionalschlüssel",
                        "Kommune",
                        "Termin",
                        "Erster Tag",
                        "Teilnahmeentgelt",
                        "Betrag"),
                rows);
    }
}
