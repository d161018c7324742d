package de.digitallotsen.report;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Recomputes every invariant of places, seats, money and claims from the rows, at any time (R11). A total that somebody
 * changed behind the ledger's back, a seat too many, a place that nobody holds: each turns its check red.
 */
@Startup
@ApplicationScoped
public class BudgetAudit {

    private static final String LIVE = "('CONFIRMED', 'WAITING', 'ATTENDED')";
    private static final String CLAIMED = "('SUBMITTED', 'APPROVED', 'PAID')";

    /** Rows that break an invariant; every query counts them, and none is what it has to find. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "R9: gebunden + festgestellt ≤ zugewiesen",
                    "select count(*) from budget where reserved_cents + spent_cents > allocated_cents"),
            new Rule(
                    "R8: jede bestätigte Anmeldung bindet genau ihre Förderung",
                    "select count(*) from registration r where r.status = 'CONFIRMED' and r.subsidy_cents <>"
                            + " coalesce((select sum(e.reserved_cents) from budget_entry e"
                            + " where e.registration_id = r.id), -1)"),
            new Rule(
                    "R10: jede Teilnahme ist genau einmal festgestellt",
                    "select count(*) from registration r where r.status = 'ATTENDED' and (r.subsidy_cents, 0) <>"
                            + " (select coalesce(sum(e.spent_cents), -1), coalesce(sum(e.reserved_cents), -1)"
                            + " from budget_entry e where e.registration_id = r.id)"),
            new Rule(
                    "R10: wer wartet, storniert hat oder nicht erschien, bindet nichts",
                    "select count(*) from registration r where r.status in ('WAITING', 'CANCELLED', 'NO_SHOW')"
                            + " and exists"
                            + " (select 1 from budget_entry e where e.registration_id = r.id"
                            + " group by e.registration_id having sum(e.reserved_cents) <> 0"
                            + " or sum(e.spent_cents) <> 0)"),
            new Rule(
                    "R10: jede Auflösung entspricht ihrer Bindung",
                    "select count(*) from budget_entry e join budget_entry b on b.id = e.resolves_entry_id"
                            + " where b.type <> 'RESERVATION' or e.reserved_cents <> -b.reserved_cents"
                            + " or e.registration_id <> b.registration_id or e.period_id <> b.period_id"),
            new Rule(
                    "R34: Buchungen je Zeitraum nummeriert von 1 an ohne Lücke",
                    "select count(*) from budget b where (b.entries, b.entries) <> (select count(*),"
                            + " coalesce(max(e.number), 0) from budget_entry e where e.period_id = b.period_id)"),
            new Rule(
                    "R6: belegte Plätze = bestätigte Anmeldungen",
                    "select count(*) from seminar s where s.seats_taken <>"
                            + " (select count(*) from registration r where r.seminar_id = s.id"
                            + " and r.status in ('CONFIRMED', 'ATTENDED'))"),
            new Rule("R6: nie mehr Bestätigte als Plätze", "select count(*) from seminar where seats_taken > capacity"),
            new Rule(
                    "R13: Warteliste = wartende Anmeldungen",
                    "select count(*) from seminar s where s.waiting_count <>"
                            + " (select count(*) from registration r where r.seminar_id = s.id"
                            + " and r.status = 'WAITING')"),
            new Rule(
                    "R13: auf Fördermittel Wartende",
                    "select count(*) from budget b where b.waiting_for_funds <>"
                            + " (select count(*) from registration r where r.period_id = b.period_id"
                            + " and r.status = 'WAITING' and r.waiting_reason = 'FUNDS')"),
            new Rule(
                    "R3: je Kommune höchstens so viele laufende Anmeldungen wie Förderplätze",
                    "select count(*) from (select 1 from registration r where not r.self_paying and r.status in " + LIVE
                            + " group by r.programme_id, r.place_scope, r.kommune_ars"
                            + " having count(*) > (select count(*) from place p"
                            + " where p.programme_id = r.programme_id and p.scope = r.place_scope"
                            + " and p.kommune_ars = r.kommune_ars and not p.withdrawn)) t"),
            new Rule(
                    "R3: keine Kommune hat mehr Förderplätze, als das Programm gewährt",
                    "select count(*) from (select 1 from place o join programme p on p.id = o.programme_id left"
                            + " join funding_period f on f.id = o.scope"
                            + " where not o.withdrawn and (o.scope = 0 and p.cap_scope = 'PROGRAMME'"
                            + " or f.last_day >= current_date and p.cap_scope = 'PERIOD')"
                            + " group by o.programme_id, o.scope, o.kommune_ars"
                            + " having count(*) > max(p.places_per_kommune)) t"),
            new Rule(
                    "R3: jede laufende Anmeldung hält ihren Förderplatz",
                    "select count(*) from registration r left join place p on p.taken_by = r.reference"
                            + " where not r.self_paying and r.status in "
                            + LIVE
                            + " and (p.kommune_ars is null or p.kommune_ars <> r.kommune_ars"
                            + " or p.place_number <> r.place_number)"),
            new Rule(
                    "R3: kein Förderplatz ist ohne laufende Anmeldung belegt",
                    "select count(*) from place p left join registration r on r.reference = p.taken_by and r.status in "
                            + LIVE + " where p.taken_by is not null and r.id is null"),
            new Rule(
                    "R3: jeder für eine Vorgängerin gehaltene Förderplatz wird dort genutzt",
                    "select count(*) from place o left join place h on h.programme_id = o.programme_id"
                            + " and h.scope = o.scope"
                            + " and h.kommune_ars = o.held_for_ars and h.place_number = o.held_for_number left"
                            + " join kommune k on k.ars = h.kommune_ars where o.held_for_ars is not null"
                            + " and ((h.taken_by is null and h.earlier_use is null) or k.successor_ars is null"
                            + " or k.successor_ars <> o.kommune_ars)"),
            new Rule(
                    "R3: keine Nachfolgerin hat einen Förderplatz frei, den Vorgängerinnen nutzen",
                    "select count(*) from kommune k join place h on h.kommune_ars = k.ars"
                            + " join place o on o.kommune_ars = k.successor_ars"
                            + " and o.programme_id = h.programme_id and o.scope = h.scope"
                            + " where (h.taken_by is not null or h.earlier_use is not null)"
                            + " and o.taken_by is null and o.earlier_use is null and o.held_for_ars is null"
                            + " and not exists (select 1 from place s where s.programme_id = h.programme_id"
                            + " and s.scope = h.scope and s.held_for_ars = h.kommune_ars"
                            + " and s.held_for_number = h.place_number)"),
            new Rule(
                    "R33: der Verlauf jedes Mittelabrufs endet mit seinem Stand und seinem Betrag",
                    "select count(*) from claim c left join claim_act h on h.id = (select a.id from claim_act a"
                            + " where a.claim_id = c.id order by a.at desc, a.id desc limit 1) where h.id is null"
                            + " or h.amount_cents <> c.amount_cents or h.act not in"
                            + " (c.status, if(c.status in ('DRAFT', 'RETURNED'), 'REVISED', c.status),"
                            + " if(c.status = 'DRAFT', 'PREPARED', c.status))"),
            new Rule(
                    "R4: jede Person höchstens einmal",
                    "select count(*) from (select 1 from registration where status in " + LIVE
                            + " group by programme_id, person_key having count(*) > 1) t"));

    /** Per period: what the lines say and what the total says, in cents. */
    private static final List<Rule> TOTALS = List.of(
            new Rule("R11: zugewiesen = Summe der Buchungen", total("allocated_cents")),
            new Rule("R11: gebunden = Summe der Buchungen", total("reserved_cents")),
            new Rule("R11: festgestellt = Summe der Buchungen", total("spent_cents")),
            new Rule(
                    "R11: abgerufen = Summe der Mittelabrufe",
                    perPeriod(
                            "select sum(e.spent_cents) from claim c join claim_line l on l.claim_id = c.id"
                                    + " join budget_entry e on e.id = l.budget_entry_id where c.period_id = p.id"
                                    + " and c.status in " + CLAIMED,
                            "select sum(c.amount_cents) from claim c where c.period_id = p.id and c.status in "
                                    + CLAIMED)),
            new Rule(
                    "R33: gezahlt = Summe der Zahlungen",
                    perPeriod(
                            "select sum(z.amount_cents) from claim_payment z join claim c on c.id = z.claim_id"
                                    + " where c.period_id = p.id",
                            "select sum(c.amount_cents) from claim c where c.period_id = p.id"
                                    + " and c.status = 'PAID'")));

    private static String perPeriod(String expected, String actual) {
        return "select p.name, coalesce((" + expected + "), 0), coalesce((" + actual
                + "), 0) from funding_period p order by p.first_day";
    }

    private static String total(String column) {
        return "select p.name, coalesce((select sum(e." + column
                + ") from budget_entry e where e.period_id = b.period_id), 0), b." + column
                + " from budget b join funding_period p on p.id = b.period_id order by p.first_day";
    }

    private final EntityManager database;

    BudgetAudit(EntityManager database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder(
                        "digitallotsen.budget.consistent",
                        this,
                        audit -> audit.run().consistent() ? 1 : 0)
                .description("1 solange alle Summen und Zähler zu ihren Zeilen passen, sonst 0")
                .register(metrics);
    }

    private record Rule(String name, String query) {}

    /**
     * One invariant.
     *
     * @param expected the ledger's sum in cents, or 0: the number of rows that may break the invariant
     * @param actual the running total in cents, or the number of rows that do break it
     */
    public record Check(String name, boolean ok, long expected, long actual) {
        static Check of(String name, Object expected, Object actual) {
            long wanted = ((Number) expected).longValue();
            long found = ((Number) actual).longValue();
            return new Check(name, wanted == found, wanted, found);
        }
    }

    /** All invariants; consistent if every check is ok. */
    public record Result(boolean consistent, List<Check> checks) {}

    /** Every check is one statement, so that it sees one state of the database however busy it is. */
    @Transactional
    @SuppressWarnings("unchecked")
    public Result run() {
        List<Check> checks = new ArrayList<>();
        for (Rule total : TOTALS) {
            List<Object[]> periods = database.createNativeQuery(total.query()).getResultList();
            periods.forEach(row -> checks.add(Check.of(total.name() + " (" + row[0] + ")", row[1], row[2])));
        }
        RULES.forEach(rule -> checks.add(Check.of(
                rule.name(), 0, database.createNativeQuery(rule.query()).getSingleResult())));
        return new Result(checks.stream().allMatch(Check::ok), checks);
    }
}
