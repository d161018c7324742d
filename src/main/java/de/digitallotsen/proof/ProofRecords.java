package de.digitallotsen.proof;

import java.util.List;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import de.digitallotsen.shared.TextsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * A proof of use names who declares, and its narrative and the note on it may name others: they go with the people of
 * the period, and with them the files in which they stand (R27). Facts, numbers and hashes stay.
 */
@ApplicationScoped
class ProofRecords implements PersonalRecords {

    private static final String DUE =
            " from proof_of_use d join funding_period p on p.id = d.period_id where d.pdf is not null"
                    + " and p.last_day <= ?1";

    private final Rows rows;
    private final Retention retention;
    private final Event<TextsEnded> ended;

    ProofRecords(Rows rows, Retention retention, Event<TextsEnded> ended) {
        this.rows = rows;
        this.retention = retention;
        this.ended = ended;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry(
                "proof-files",
                RetentionRule.NAMES,
                day -> rows.number("select count(*)" + DUE, retention.lastDay(RetentionRule.NAMES, day)),
                (day, most) -> forget(rows.texts(
                        "select d.number" + DUE + " order by d.id limit " + most,
                        retention.lastDay(RetentionRule.NAMES, day)))));
    }

    private int forget(List<String> numbers) {
        if (!numbers.isEmpty()) {
            String deleted = Messages.text("deleted");
            rows.change(
                    "update proof_acceptance set remark = ?2 where proof_id in"
                            + " (select id from proof_of_use where number in (?1))",
                    numbers,
                    deleted);
            rows.change(
                    "update proof_of_use set pdf = null, xlsx = null, narrative = null, producer_name = ?2"
                            + " where number in (?1)",
                    numbers,
                    deleted);
            ended.fire(new TextsEnded("proof", numbers));
        }
        return numbers.size();
    }
}
