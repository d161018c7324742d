package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/** When people and what they need are forgotten (R27). */
@ApplicationScoped
class PeopleExpiry implements PersonalRecords {

    private static final String PEOPLE_DUE = " from registration r join funding_period p on p.id = r.period_id"
            + " where r.forgotten_at is null and p.last_day <= ?1";

    /** Who was cancelled or replaced needs nothing, whatever the calendar says. */
    private static final String NEEDS_DUE = " from participant p left join registration r on r.participant_id = p.id"
            + " left join seminar s on s.id = r.seminar_id where p.accessibility_needs is not null"
            + " and (r.id is null or r.status = 'CANCELLED' or s.last_day <= ?1)";

    private final Rows rows;
    private final Retention retention;
    private final ForgetPeople forget;

    PeopleExpiry(Rows rows, Retention retention, ForgetPeople forget) {
        this.rows = rows;
        this.retention = retention;
        this.forget = forget;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "accessibility-needs",
                        RetentionRule.ACCESSIBILITY_NEEDS,
                        day -> rows.number(
                                "select count(*)" + NEEDS_DUE,
                                retention.lastDay(RetentionRule.ACCESSIBILITY_NEEDS, day)),
                        (day, most) -> forgetNeeds(rows.column(
                                "select p.id" + NEEDS_DUE + " order by p.id limit " + most,
                                retention.lastDay(RetentionRule.ACCESSIBILITY_NEEDS, day)))),
                new Expiry(
                        "registrations",
                        RetentionRule.NAMES,
                        day -> rows.number("select count(*)" + PEOPLE_DUE, retention.lastDay(RetentionRule.NAMES, day)),
                        (day, most) -> {
                            List<Object> ids = rows.column(
                                    "select r.id" + PEOPLE_DUE + " order by r.id limit " + most,
                                    retention.lastDay(RetentionRule.NAMES, day));
                            forget.ofRegistrations(ids);
                            return ids.size();
                        }));
    }

    private int forgetNeeds(List<Object> ids) {
        return ids.isEmpty()
                ? 0
                : rows.change("update participant set accessibility_needs = null where id in (?1)", ids);
    }
}
