package de.digitallotsen.mail;

import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Mails hold names; what they said stands in the history of the registration. Their occasions hold none. A mail that
 * has waited as long as a failed one may stay is worth nothing any more: it goes as well (R27).
 */
@ApplicationScoped
class MailRecords implements PersonalRecords {

    private static final String DELIVERED =
            " from outbox_mail where state in ('SENT', 'OBSOLETE', 'SHOWN')" + " and created_at < ?1";
    private static final String UNDELIVERED =
            " from outbox_mail where state in ('FAILED', 'PENDING')" + " and created_at < ?1";

    /** To the person, or about the person's registrations; never one that is just being sent. */
    private static final String CONCERNING = " from outbox_mail where state <> 'SENDING'"
            + " and (lower(recipient) = ?1 collate utf8mb4_bin or registration_id in"
            + " (select r.id from registration r join participant p on p.id = r.participant_id"
            + " where lower(trim(p.email)) = ?1 collate utf8mb4_bin"
            + " union select e.registration_id from registration_event e"
            + " join participant p on p.id = e.earlier_participant_id"
            + " where lower(trim(p.email)) = ?1 collate utf8mb4_bin))";

    private static final String FINAL = CONCERNING + " and state <> 'PENDING'";

    private final Rows rows;
    private final Retention retention;

    MailRecords(Rows rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                rows.ending(
                        "delivered-mails",
                        RetentionRule.DELIVERED_MAILS,
                        retention,
                        "select count(*)" + DELIVERED,
                        "delete" + DELIVERED),
                rows.ending(
                        "failed-mails",
                        RetentionRule.FAILED_MAILS,
                        retention,
                        "select count(*)" + UNDELIVERED,
                        "delete" + UNDELIVERED));
    }

    @Override
    public List<Holding> about(Person person) {
        return List.of(new Holding(
                "mails",
                rows.records(
                        "select recipient, subject, state as mailState, created_at as createdAt, sent_at as sentAt,"
                                + " text_body as text" + CONCERNING + " order by id",
                        person.email())));
    }

    @Override
    public List<Ending> endings(String email) {
        long count = rows.number("select count(*)" + FINAL, email);
        return count == 0 ? List.of() : List.of(new Ending("mails", null, count, false, Messages.text("erasure.now")));
    }

    @Override
    public Map<String, Integer> erase(String email) {
        return Map.of("mails", rows.change("delete" + FINAL, email));
    }
}
