package de.digitallotsen.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The trail stays and names nobody (R26); the words apart from it end (R27): those about a registration with it
 * ({@link AuditTexts}), all others with the people of the period in which they were written.
 */
@ApplicationScoped
class TrailRecords implements PersonalRecords {

    private static final String DUE = " from audit_text t join audit_entry e on e.id = t.entry_id"
            + " where e.at < ?1 and e.subject_type not in ('registration', 'certificate')";

    private static final Set<String> OF_REGISTRATIONS = Set.of(Subject.REGISTRATION, Subject.FORMER_REGISTRATION);

    private static final String ENTRIES = "select e.at as at, e.action as action, e.subject_type as subjectType,"
            + " e.subject_id as subjectId, (select group_concat(t.text separator ' ')"
            + " from audit_text t where t.entry_id = e.id) as reason from audit_entry e";

    /** Whose turn it was: how many had taken over by then, this entry included. */
    private static final String TURN = "(select count(*) from audit_entry x where x.subject_type = 'registration'"
            + " and x.subject_id = e.subject_id and x.action = 'registration.substituted' and x.id <= e.id)";

    private final Rows rows;
    private final Retention retention;
    private final FundingPeriods periods;

    TrailRecords(Rows rows, Retention retention, FundingPeriods periods) {
        this.rows = rows;
        this.retention = retention;
        this.periods = periods;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry(
                "audit-texts",
                RetentionRule.NAMES,
                day -> rows.number("select count(*)" + DUE, begin(day)),
                (day, most) -> forget(
                        rows.column("select t.entry_id" + DUE + " order by t.entry_id limit " + most, begin(day)))));
    }

    private Instant begin(LocalDate day) {
        return periods.firstDayEndingAfter(retention.lastDay(RetentionRule.NAMES, day))
                .atStartOfDay(German.BERLIN)
                .toInstant();
    }

    private int forget(List<Object> entries) {
        return entries.isEmpty() ? 0 : rows.change("delete from audit_text where entry_id in (?1)", entries);
    }

    @Override
    public List<Holding> about(Person person) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Subject subject : person.subjects()) {
            if (OF_REGISTRATIONS.contains(subject.type())) {
                records.addAll(rows.records(
                        ENTRIES + " where e.subject_type = 'registration' and e.subject_id = ?1 and " + TURN
                                + " = ?2 order by e.id",
                        subject.id(),
                        subject.turn()));
            }
        }
        for (String type : List.of("account", "invitation")) {
            List<String> ids = person.ids(type);
            if (!ids.isEmpty()) {
                records.addAll(rows.records(
                        ENTRIES + " where e.subject_type = ?1 and e.subject_id in (?2) order by e.id", type, ids));
            }
        }
        List<String> accounts = person.ids("account");
        return List.of(
                new Holding("trail", records),
                new Holding(
                        "own-acts",
                        accounts.isEmpty()
                                ? List.of()
                                : rows.records(
                                        "select e.at as at, e.action as action, e.subject_type as subjectType,"
                                                + " e.subject_id as subjectId from audit_entry e"
                                                + " where e.actor_id in (?1) order by e.id",
                                        accounts)));
    }
}
