package de.digitallotsen.registration;

import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * Who holds these registrations now, and what was written since. Whoever held them before is somebody else (R16)
     * and goes on schedule, with the registration.
     */
    void holdersOf(List<Object> ids) {
        List<Object> nobodyElses = new ArrayList<>(ids);
        for (Object id : ids) {
            rows.records(
                            "select id, at from registration_event where registration_id = ?1"
                                    + " and kind = 'SUBSTITUTED' order by id desc limit 1",
                            id)
                    .forEach(takingOver -> {
                        nobodyElses.remove(id);
                        holderOf(id, takingOver.get("id"), (Instant) takingOver.get("at"));
                    });
        }
        ofRegistrations(nobodyElses);
    }

    private void holderOf(Object registration, Object takingOver, Instant since) {
        String deleted = Messages.text("deleted");
        rows.change(
                "update registration set person_key = concat('-', reference), version = version + 1,"
                        + " due_reason = if(due_reason is not null and exists (select 1 from registration_event e"
                        + " where e.registration_id = ?1 and e.kind = 'FEE_CHANGED' and e.id > ?3), ?2, due_reason)"
                        + " where id = ?1",
                registration,
                deleted,
                takingOver);
        anonymous("(select participant_id from registration where id in (?1))", List.of(registration));
        // Written differently since then, but the same person.
        people(rows.column(
                "select earlier_participant_id from registration_event where registration_id = ?1 and id > ?2"
                        + " and earlier_participant_id is not null",
                registration,
                takingOver));
        rows.change(
                "update registration_event set reason = ?3 where registration_id = ?1 and id >= ?2"
                        + " and reason is not null",
                registration,
                takingOver,
                deleted);
        ended.fire(new TextsEnded(
                "registration", rows.texts("select reference from registration where id = ?1", registration), since));
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
