package de.digitallotsen.notification;

import java.util.List;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import de.digitallotsen.shared.TextsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * An occasion names nobody, but its facts hold what somebody gave as a reason. They serve to write the mails; those are
 * gone by then (R27). One whose mails could not be composed for so long is given up.
 */
@ApplicationScoped
class OccasionRecords implements PersonalRecords {

    private static final String DUE = " where facts is not null and occurred_at < ?1";

    private final Rows rows;
    private final Retention retention;

    OccasionRecords(Rows rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(rows.ending(
                "mail-facts",
                RetentionRule.FAILED_MAILS,
                retention,
                "select count(*) from mail_occasion" + DUE,
                "update mail_occasion set facts = null, handled_at = coalesce(handled_at, utc_timestamp(6))" + DUE));
    }

    /** With the registration, if that goes earlier. */
    void forget(@Observes TextsEnded texts) {
        if ("registration".equals(texts.subjectType()) && !texts.subjectIds().isEmpty()) {
            rows.change(
                    "update mail_occasion set facts = null, handled_at = coalesce(handled_at, utc_timestamp(6))"
                            + " where facts is not null and occurred_at >= ?2 and registration_id in"
                            + " (select r.id from registration r where r.reference in (?1))",
                    texts.subjectIds(),
                    texts.begin());
        }
    }

    /** By who took part then: whoever takes over a registration has not taken part in what was told before (R16). */
    @Override
    public List<Holding> about(Person person) {
        return List.of(new Holding(
                "occasions",
                rows.records(
                        "select r.reference as reference, o.kind as occasion, o.occurred_at as at"
                                + " from mail_occasion o join registration r on r.id = o.registration_id"
                                + " join participant p on p.id = o.participant_id"
                                + " where lower(trim(p.email)) = ?1 collate utf8mb4_bin order by o.id",
                        person.email())));
    }
}
