package de.digitallotsen.document;

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
import jakarta.enterprise.event.Observes;

/**
 * Certificates name nobody: they are printed anew each time. Why one was withdrawn may, and goes with its registration,
 * on schedule or on request (R27).
 */
@ApplicationScoped
class CertificateRecords implements PersonalRecords {

    private static final String DUE = " from certificate c join registration r on r.id = c.registration_id"
            + " join funding_period p on p.id = r.period_id"
            + " where c.withdrawal_reason <> ?2 and (r.forgotten_at is not null or p.last_day <= ?1)";

    private final Rows rows;
    private final Retention retention;
    private final Event<TextsEnded> ended;

    CertificateRecords(Rows rows, Retention retention, Event<TextsEnded> ended) {
        this.rows = rows;
        this.retention = retention;
        this.ended = ended;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry(
                "withdrawal-reasons",
                RetentionRule.NAMES,
                day -> rows.number(
                        "select count(*)" + DUE, retention.lastDay(RetentionRule.NAMES, day), Messages.text("deleted")),
                (day, most) -> forget(rows.texts(
                        "select c.number" + DUE + " order by c.id limit " + most,
                        retention.lastDay(RetentionRule.NAMES, day),
                        Messages.text("deleted")))));
    }

    /** With the registration, without waiting for the next run. */
    void forget(@Observes TextsEnded texts) {
        if ("registration".equals(texts.subjectType()) && !texts.subjectIds().isEmpty()) {
            forget(rows.texts(
                    "select c.number from certificate c join registration r on r.id = c.registration_id"
                            + " where r.reference in (?1) and c.withdrawal_reason is not null",
                    texts.subjectIds()));
        }
    }

    private int forget(List<String> numbers) {
        if (numbers.isEmpty()) {
            return 0;
        }
        rows.change(
                "update certificate set withdrawal_reason = ?2, version = version + 1 where number in (?1)",
                numbers,
                Messages.text("deleted"));
        ended.fire(new TextsEnded("certificate", numbers));
        return numbers.size();
    }

    @Override
    public List<Holding> about(Person person) {
        return List.of(rows.holding(
                "certificates",
                person.ids(Subject.REGISTRATION),
                "select c.number as number, c.issued_at as issuedAt, c.days_attended as daysAttended,"
                        + " c.units as units, c.withdrawn_at as withdrawnAt,"
                        + " c.withdrawal_reason as reason from certificate c"
                        + " join registration r on r.id = c.registration_id"
                        + " where r.reference in (?1) order by c.id"));
    }
}
