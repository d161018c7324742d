package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            + " join seminar s on s.id = r.seminar_id join funding_period f on f.id = r.period_id"
            + " join kommune k on k.ars = r.kommune_ars where " + HERS;

    /** In the date that the registration was for when somebody took it over, wherever it was moved since. */
    private static final String EARLIER = " from registration_event e"
            + " join participant p on p.id = e.earlier_participant_id join registration r on r.id = e.registration_id"
            + " join seminar s on s.id = coalesce((select x.earlier_seminar_id from registration_event x"
            + " where x.registration_id = e.registration_id and x.id > e.id and x.earlier_seminar_id is not null"
            + " order by x.id limit 1), r.seminar_id)"
            + " join kommune k on k.ars = r.kommune_ars where " + HERS;

    private static final String VALUES = "select r.reference as reference, p.first_name as firstName,"
            + " p.last_name as lastName, p.email as email, p.job_title as jobTitle, k.display_name as kommune,"
            + " s.title as seminar, s.first_day as firstDay, r.registered_at as registeredAt";

    /** What somebody wrote about the amount when another took part is about that one. */
    private static final String PRESENT = ", p.accessibility_needs as accessibilityNeeds, r.status as status,"
            + " r.cancelled_at as cancelledAt, r.fee_cents as feeCents, r.due_cents as dueCents,"
            + " if(exists (select 1 from registration_event x where x.registration_id = r.id"
            + " and x.kind = 'SUBSTITUTED' and x.id > (select max(c.id) from registration_event c"
            + " where c.registration_id = r.id and c.kind = 'FEE_CHANGED')), null, r.due_reason) as dueReason";

    private static final String REPLACED = "from registration_event x where x.kind = 'SUBSTITUTED'";

    private static final String HISTORY = "select r.reference as reference, e.at as at, e.kind as kind,"
            + " e.actor_role as role, e.reason as reason from registration_event e"
            + " join registration r on r.id = e.registration_id where r.reference = ?1"
            + " and (select count(*) " + REPLACED + " and x.registration_id = e.registration_id and x.id <= e.id)"
            + " = ?2 order by e.id";

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
        subjects.addAll(subjects(
                Subject.REGISTRATION,
                "select r.reference as reference, (select count(*) " + REPLACED
                        + " and x.registration_id = r.id) as turn" + NOW + " order by r.id",
                email));
        subjects.addAll(subjects(
                Subject.FORMER_REGISTRATION,
                "select r.reference as reference, (select count(*) " + REPLACED
                        + " and x.registration_id = r.id and x.id < e.id) as turn" + EARLIER
                        + " and e.kind = 'SUBSTITUTED' order by e.id",
                email));
        return subjects;
    }

    private List<Subject> subjects(String type, String sql, String email) {
        return rows.records(sql, email).stream()
                .map(row ->
                        new Subject(type, String.valueOf(row.get("reference")), ((Number) row.get("turn")).intValue()))
                .toList();
    }

    @Override
    public List<Holding> about(Person person) {
        return List.of(
                new Holding("registrations", rows.records(VALUES + PRESENT + NOW, person.email())),
                new Holding("replaced", rows.records(VALUES + EARLIER, person.email())),
                new Holding("history", history(person)),
                new Holding(
                        "attendance",
                        rows.records(
                                "select r.reference as reference, a.day as day from attendance a"
                                        + " join registration r on r.id = a.registration_id"
                                        + " join participant p on p.id = r.participant_id where "
                                        + HERS + " order by a.day",
                                person.email())));
    }

    /** What happened while the person took part, and their taking over itself. */
    private List<Map<String, Object>> history(Person person) {
        return person.subjects().stream()
                .filter(subject -> Set.of(Subject.REGISTRATION, Subject.FORMER_REGISTRATION)
                        .contains(subject.type()))
                .flatMap(subject -> rows.records(HISTORY, subject.id(), subject.turn()).stream())
                .toList();
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
        forget.holdersOf(unneeded);
        erased.put("registrations", unneeded.size());
        return erased;
    }
}
