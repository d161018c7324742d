package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Rows;
import de.digitallotsen.shared.TextsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Makes people anonymous (R27). Reference, dates, status and money stay, for figures, ledger and seals; name, address,
 * function, needs, the key of the person and what was written in own words go. Runs inside the caller's transaction.
 */
@ApplicationScoped
class ForgetPeople {

    private static final String ANONYMOUS =
            "update participant set first_name = '', last_name = ?2, email = '', search_text = '',"
                    + " job_title = null, accessibility_needs = null where id in ";

    private final Rows rows;
    private final Retention retention;
    private final Event<TextsEnded> ended;

    ForgetPeople(Rows rows, Retention retention, Event<TextsEnded> ended) {
        this.rows = rows;
        this.retention = retention;
        this.ended = ended;
    }

    /** Everybody who ever held these registrations. */
    void ofRegistrations(List<Object> ids) {
        if (ids.isEmpty()) {
            return;
        }
        String deleted = Messages.text("deleted");
        rows.change(
                "update registration set person_key = concat('-', reference),"
                        + " due_reason = if(due_reason is null, null, ?2), forgotten_at = ?3, version = version + 1"
                        + " where id in (?1)",
                ids,
                deleted,
                retention.now());
        anonymous("(select participant_id from registration where id in (?1))", ids);
        anonymous(
                "(select earlier_participant_id from registration_event where registration_id in (?1)"
                        + " and earlier_participant_id is not null)",
                ids);
        rows.change(
                "update registration_event set reason = ?2 where registration_id in (?1) and reason is not null",
                ids,
                deleted);
        ended.fire(
                new TextsEnded("registration", rows.texts("select reference from registration where id in (?1)", ids)));
    }

    /** People who were replaced, while the registration goes on. */
    void people(List<Object> ids) {
        if (!ids.isEmpty()) {
            anonymous("(?1)", ids);
        }
    }

    private void anonymous(String which, List<Object> ids) {
        rows.change(ANONYMOUS + which, ids, retention.instead());
    }
}
