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

    private static final String HERS =
            "(select p.id from participant p where lower(trim(p.email)) = ?1 collate utf8mb4_bin)";

    /**
     * To the person, or to staff and about her; what somebody else got who held the same registration is theirs, and so
     * is what staff got about them. Never one that is just being sent.
     */
    private static final String CONCERNING = " from outbox_mail where state <> 'SENDING'"
            + " and (lower(recipient) = ?1 collate utf8mb4_bin or (participant_id is null and (about_participant_id in "
            + HERS + " or about_former_id in " + HERS + ")))";

    /** Staff read in one mail who took over from whom; it names both, and each may know of herself only (R16). */
    private static final String NAMES_TWO =
            "(kind = 'SUBSTITUTED' and participant_id is null" + " and lower(recipient) <> ?1 collate utf8mb4_bin)";

    /** What waits for the person is not sent any more; what waits for staff still tells them what happened. */
    private static final String ERASABLE =
            CONCERNING + " and (state <> 'PENDING' or lower(recipient) = ?1 collate utf8mb4_bin)";

    /** It is about the other one, too: of that it goes on telling, without a word and without a name. */
    private static final String WORDLESS = "update outbox_mail set text_body = ?2, html_body = ?2, calendar = null,"
            + " state = if(state = 'FAILED', 'OBSOLETE', state),"
            + " about_participant_id = if(about_participant_id in " + HERS + ", null, about_participant_id),"
            + " about_former_id = if(about_former_id in " + HERS + ", null, about_former_id)"
            + ERASABLE.substring(" from outbox_mail".length()) + " and " + NAMES_TWO;

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
                                + " if(" + NAMES_TWO + ", null, text_body) as text" + CONCERNING + " order by id",
                        person.email())));
    }

    @Override
    public List<Ending> endings(String email) {
        long count = rows.number("select count(*)" + ERASABLE, email);
        return count == 0 ? List.of() : List.of(new Ending("mails", null, count, false, Messages.text("erasure.now")));
    }

    @Override
    public Map<String, Integer> erase(String email) {
        int wordless = rows.change(WORDLESS, email, Messages.text("deleted"));
        return Map.of("mails", wordless + rows.change("delete" + ERASABLE, email));
    }
}
