package de.digitallotsen.claim;

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

/** A claim names references, not persons; what the Ministry remarked on it may, and goes with its period's people. */
@ApplicationScoped
class ClaimRecords implements PersonalRecords {

    private static final String DUE =
            " from claim c join funding_period p on p.id = c.period_id" + " where c.remark <> ?2 and p.last_day <= ?1";

    private final Rows rows;
    private final Retention retention;
    private final Event<TextsEnded> ended;

    ClaimRecords(Rows rows, Retention retention, Event<TextsEnded> ended) {
        this.rows = rows;
        this.retention = retention;
        this.ended = ended;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry(
                "claim-remarks",
                RetentionRule.NAMES,
                day -> rows.number(
                        "select count(*)" + DUE, retention.lastDay(RetentionRule.NAMES, day), Messages.text("deleted")),
                (day, most) -> forget(rows.texts(
                        "select c.number" + DUE + " order by c.id limit " + most,
                        retention.lastDay(RetentionRule.NAMES, day),
                        Messages.text("deleted")))));
    }

    private int forget(List<String> numbers) {
        if (!numbers.isEmpty()) {
            rows.change(
                    "update claim set remark = ?2, version = version + 1 where number in (?1)",
                    numbers,
                    Messages.text("deleted"));
            rows.change(
                    "update claim_act h join claim c on c.id = h.claim_id set h.remark = ?2"
                            + " where c.number in (?1) and h.remark is not null",
                    numbers,
                    Messages.text("deleted"));
            ended.fire(new TextsEnded("claim", numbers));
        }
        return numbers.size();
    }

    @Override
    public List<Holding> about(Person person) {
        return List.of(rows.holding(
                "claims",
                person.ids(Subject.REGISTRATION),
                "select c.number as number, e.reference as reference, e.spent_cents as amountCents"
                        + " from claim_line l join claim c on c.id = l.claim_id"
                        + " join budget_entry e on e.id = l.budget_entry_id"
                        + " where e.reference in (?1) order by l.id"));
    }
}
