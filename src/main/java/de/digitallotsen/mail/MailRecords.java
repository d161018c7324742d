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

    /**
     * To the person, or to staff and with the person's name; what somebody else got who held the same registration is
     * theirs. Never one that is just being sent.
     */
    private static final String CONCERNING = " from outbox_mail where state <> 'SENDING'"
            + " and (lower(recipient) = ?1 collate utf8mb4_bin or (participant_id is null and exists"
            + " (select 1 from participant p where lower(trim(p.email)) = ?1 collate utf8mb4_bin"
            + " and outbox_mail.text_body like concat('%', p.last_name, '%')"
            + " and (p.id in (select r.participant_id from registration r where r.id = outbox_mail.registration_id)"
            + " or p.id in (select e.earlier_participant_id from registration_event e"
            + " where e.registration_id = outbox_mail.registration_id)))))";

    /** What waits for the person is not sent any more; what waits for staff still tells them what happened. */
    private static final String ERASABLE =
            CONCERNING + " and (state <> 'PENDING' or lower(recipient) = ?1 collate utf8mb4_bin)";

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
        long count = rows.number("select count(*)" + ERASABLE, email);
        return count == 0 ? List.of() : List.of(new Ending("mails", null, count, false, Messages.text("erasure.now")));
    }

    @Override
    public Map<String, Integer> erase(String email) {
        return Map.of("mails", rows.change("delete" + ERASABLE, email));
    }
}
