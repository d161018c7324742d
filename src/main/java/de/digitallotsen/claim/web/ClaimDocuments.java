package de.digitallotsen.claim.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimLine;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimSheets;
import de.digitallotsen.claim.Recipient;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** A claim to carry elsewhere: as PDF, or its lines as a list. */
@Singleton
class ClaimDocuments {

    private final ClaimSearch search;
    private final ClaimSheets sheets;
    private final Recipient recipient;
    private final Clock clock;

    ClaimDocuments(ClaimSearch search, ClaimSheets sheets, Recipient recipient, Clock clock) {
        this.search = search;
        this.sheets = sheets;
        this.recipient = recipient;
        this.clock = clock;
    }

    Response file(Actor actor, long id, String ending) {
        return "pdf".equals(ending)
                ? pdf(sheets.pdf(actor, id))
                : table(search.require(actor, id)).as(ending, clock.instant());
    }

    static Response pdf(PdfFile file) {
        return Response.ok(file.content(), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .build();
    }

    private Table table(Claim claim) {
        List<List<Object>> rows = new ArrayList<>();
        for (ClaimLine.View line : search.lines(claim)) {
            rows.add(Arrays.asList(
                    line.entryId(),
                    line.bookedAt(),
                    Messages.label(line.type()),
                    line.reference(),
                    line.kommuneArs(),
                    line.kommune(),
                    line.seminar(),
                    line.firstDay(),
                    new Money(line.amountCents())));
        }
        rows.add(Arrays.asList(null, null, "Summe", null, null, null, null, null, new Money(claim.amountCents())));
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
                recipient.iban());
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
                        "Betrag"),
                rows);
    }
}
