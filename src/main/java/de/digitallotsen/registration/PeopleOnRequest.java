package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * What is known about somebody who attends or was to attend, and what of it goes on request (Art. 15 and 17 DSGVO).
 * What the Land paid for or a Kommune owes has to be proved until the schedule ends it (§ 44 LHO); a seat that is still
 * to be used is needed. Everything else goes.
 */
@ApplicationScoped
class PeopleOnRequest implements PersonalRecords {

    /** Addresses are told apart letter by letter, and small. */
    private static final String HERS = "lower(trim(p.email)) = ?1 collate utf8mb4_bin";

    private static final String NOW = " from registration r join participant p on p.id = r.participant_id"
            + " join seminar s on s.id = r.seminar_id join funding_period f on f.id = r.period_id where " + HERS;

    private static final String EARLIER = " from registration_event e"
            + " join participant p on p.id = e.earlier_participant_id join registration r on r.id = e.registration_id"
            + " join seminar s on s.id = r.seminar_id where " + HERS;

    private static final String VALUES = "select r.reference as reference, p.first_name as firstName,"
            + " p.last_name as lastName, p.email as email, p.job_title as jobTitle,"
            + " p.accessibility_needs as accessibilityNeeds, k.display_name as kommune, s.title as seminar,"
            + " s.first_day as firstDay, r.status as status, r.registered_at as registeredAt,"
            + " r.cancelled_at as cancelledAt, r.fee_cents as feeCents, r.due_cents as dueCents,"
            + " r.due_reason as dueReason";

    private static final String NEEDED = "(r.status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') or r.due_cents > 0"
            + " or (r.status = 'WAITING' and s.last_day >= ?2))";

    private final Rows rows;
    private final Retention retention;
    private final ForgetPeople forget;

    PeopleOnRequest(Rows rows, Retention retention, ForgetPeople forget) {
        this.rows = rows;
        this.retention = retention;
        this.forget = forget;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of();
    }

    @Override
    public List<Found> find(String text, int most) {
        Rows.Words words = Rows.words("p.search_text", text);
        return rows
                .records(
                        "select distinct p.email as email, concat(p.first_name, ' ', p.last_name) as name,"
                                + " k.display_name as kommune from participant p"
                                + " left join registration_event e on e.earlier_participant_id = p.id"
                                + " join registration r on r.participant_id = p.id or r.id = e.registration_id"
                                + " join kommune k on k.ars = r.kommune_ars where p.email <> '' and "
                                + words.sql()
                                + " order by name, email limit " + most,
                        words.values())
                .stream()
                .map(row -> new Found(
                        String.valueOf(row.get("email")),
                        String.valueOf(row.get("name")),
                        "participant",
                        String.valueOf(row.get("kommune"))))
                .toList();
    }

    @Override
    public List<Subject> subjects(String email) {
        List<Subject> subjects = new ArrayList<>();
        rows.texts("select r.reference" + NOW + " union select r.reference" + EARLIER, email)
                .forEach(reference -> subjects.add(new Subject("registration", reference)));
        return subjects;
    }

    @Override
    public List<Holding> about(Person person) {
        List<String> references = person.ids("registration");
        List<Map<String, Object>> own = rows.records(
                VALUES + NOW.replace(" where ", " join kommune k on k.ars = r.kommune_ars where "), person.email());
        List<Map<String, Object>> earlier = rows.records(
                VALUES.replace(", p.accessibility_needs as accessibilityNeeds", "")
                        + EARLIER.replace(" where ", " join kommune k on k.ars = r.kommune_ars where "),
                person.email());
        return references.isEmpty()
                ? List.of()
                : List.of(
                        new Holding("registrations", own),
                        new Holding("replaced", earlier),
                        new Holding(
                                "history",
                                rows.records(
                                        "select r.reference as reference, e.at as at, e.kind as kind,"
                                                + " e.actor_role as role, e.reason as reason from registration_event e"
                                                + " join registration r on r.id = e.registration_id"
                                                + " where r.reference in (?1) order by e.id",
                                        references)),
                        new Holding(
                                "attendance",
                                rows.records(
                                        "select r.reference as reference, a.day as day from attendance a"
                                                + " join registration r on r.id = a.registration_id"
                                                + " join participant p on p.id = r.participant_id where "
                                                + HERS + " order by a.day",
                                        person.email())));
    }

    @Override
    public List<Ending> endings(String email) {
        List<Ending> endings = new ArrayList<>();
        LocalDate today = retention.today();
        rows.records(
                        "select r.reference as reference, f.last_day as lastDay" + NOW + " and " + NEEDED
                                + " order by r.id",
                        email,
                        today)
                .forEach(row -> endings.add(new Ending(
                        "registrations",
                        (String) row.get("reference"),
                        1,
                        true,
                        Messages.text(
                                "erasure.kept",
                                "until",
                                ((LocalDate) row.get("lastDay")).plus(retention.keep(RetentionRule.NAMES))))));
        goes(endings, "registrations", unneeded(email).size());
        goes(endings, "replaced", replaced(email).size());
        goes(endings, "accessibility-needs", needs(email).size());
        return endings;
    }

    private static void goes(List<Ending> endings, String kind, int count) {
        if (count > 0) {
            endings.add(new Ending(kind, null, count, false, Messages.text("erasure.now")));
        }
    }

    private List<Object> unneeded(String email) {
        return rows.column("select r.id" + NOW + " and not " + NEEDED, email, retention.today());
    }

    private List<Object> replaced(String email) {
        return rows.column("select distinct p.id" + EARLIER, email);
    }

    private List<Object> needs(String email) {
        return rows.column("select p.id from participant p where p.accessibility_needs is not null and " + HERS, email);
    }

    @Override
    public boolean knowsPeople() {
        return true;
    }

    @Override
    public Map<String, Integer> erase(String email) {
        Map<String, Integer> erased = new LinkedHashMap<>();
        List<Object> needs = needs(email);
        if (!needs.isEmpty()) {
            rows.change("update participant set accessibility_needs = null where id in (?1)", needs);
            erased.put("accessibility-needs", needs.size());
        }
        List<Object> replaced = replaced(email);
        forget.people(replaced);
        erased.put("replaced", replaced.size());
        List<Object> unneeded = unneeded(email);
        forget.ofRegistrations(unneeded);
        erased.put("registrations", unneeded.size());
        return erased;
    }
}
