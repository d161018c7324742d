package de.digitallotsen.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.notification.MailContent.Row;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.German;

/**
 * What the words about a claim are made of.
 *
 * @param remark why it was sent back; empty otherwise
 */
public record ClaimLetter(String number, String period, String amount, String remark) {

    static ClaimLetter of(FundingPeriod period, ClaimFacts facts) {
        return new ClaimLetter(
                facts.number(),
                period.name(),
                German.euro(facts.amountCents()),
                facts.remark() == null ? "" : facts.remark());
    }

    static List<Row> rows(FundingPeriod period, ClaimFacts facts, Instant at) {
        List<Row> rows = new ArrayList<>(List.of(
                Row.of("Mittelabruf", facts.number()),
                Row.of("Förderzeitraum", period.name()),
                Row.of("Betrag", German.euro(facts.amountCents())),
                Row.of("Stand", German.dateTime(at))));
        if (facts.valueDate() != null) {
            rows.add(Row.of("Wertstellung", German.date(facts.valueDate())));
            rows.add(Row.of("Kassenzeichen", facts.reference()));
        }
        return rows;
    }
}
