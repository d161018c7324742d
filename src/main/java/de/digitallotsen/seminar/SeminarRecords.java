package de.digitallotsen.seminar;

import java.util.List;

import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import de.digitallotsen.shared.TextsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** A seminar names nobody but, perhaps, who was ill: why it was cancelled goes with the people of its period (R27). */
@ApplicationScoped
class SeminarRecords implements PersonalRecords {

    private static final String DUE = " from seminar s where s.cancellation_reason <> ?2 and s.last_day < ?1";

    private final Rows rows;
    private final Retention retention;
    private final FundingPeriods periods;
    private final Event<TextsEnded> ended;

    SeminarRecords(Rows rows, Retention retention, FundingPeriods periods, Event<TextsEnded> ended) {
        this.rows = rows;
        this.retention = retention;
        this.periods = periods;
        this.ended = ended;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry(
                "cancellation-reasons",
                RetentionRule.NAMES,
                day -> rows.number(
                        "select count(*)" + DUE,
                        periods.firstDayEndingAfter(retention.lastDay(RetentionRule.NAMES, day)),
                        Messages.text("deleted")),
                (day, most) -> forget(rows.texts(
                        "select s.id" + DUE + " order by s.id limit " + most,
                        periods.firstDayEndingAfter(retention.lastDay(RetentionRule.NAMES, day)),
                        Messages.text("deleted")))));
    }

    private int forget(List<String> ids) {
        if (!ids.isEmpty()) {
            rows.change(
                    "update seminar set cancellation_reason = ?2, version = version + 1 where id in (?1)",
                    ids,
                    Messages.text("deleted"));
            ended.fire(new TextsEnded("seminar", ids));
        }
        return ids.size();
    }
}
