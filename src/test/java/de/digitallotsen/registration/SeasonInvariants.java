package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.TestClock;
import jakarta.inject.Singleton;

/**
 * What has to hold after every single act, looked up quickly and worked out in another way than the portal does: the
 * totals, and that whatever is free went to those who wait, in order of receipt (R14). Everything else, slowly:
 * {@link Given#wrongBooks}.
 */
@Singleton
class SeasonInvariants {

    /** Each counts what must not be. */
    private static final String TOTALS = """
            select (select count(*) from budget b where b.reserved_cents + b.spent_cents > b.allocated_cents
              or b.reserved_cents < 0 or b.spent_cents < 0),
              (select count(*) from budget b where (b.allocated_cents, b.reserved_cents, b.spent_cents) <>
                (select sum(e.allocated_cents), sum(e.reserved_cents), sum(e.spent_cents) from budget_entry e
                  where e.period_id = b.period_id)),
              (select count(*) from budget b where b.reserved_cents <> (select coalesce(sum(r.subsidy_cents), 0)
                from registration r where r.period_id = b.period_id and r.status = 'CONFIRMED')
                or b.spent_cents <> (select coalesce(sum(r.subsidy_cents), 0) from registration r
                  where r.period_id = b.period_id and r.status = 'ATTENDED')),
              (select count(*) from seminar s where s.seats_taken > s.capacity or (s.seats_taken, s.waiting_count) <>
                (select coalesce(sum(r.status in ('CONFIRMED', 'ATTENDED')), 0),
                  coalesce(sum(r.status = 'WAITING'), 0) from registration r where r.seminar_id = s.id)),
              (select count(*) from (select 1 from registration where status in ('CONFIRMED', 'WAITING', 'ATTENDED')
                group by kommune_ars having count(*) >
                (select max(places_per_kommune) from programme)) t),
              (select count(*) from (select 1 from registration where status in ('CONFIRMED', 'WAITING', 'ATTENDED')
                group by person_key having count(*) > 1) t),
              (select abs((select count(*) from place where taken_by is not null) - (select count(*)
                from registration where status in ('CONFIRMED', 'WAITING', 'ATTENDED'))))""";

    private static final List<String> NAMES = List.of(
            "R9: more bound and spent than there is",
            "R11: totals are not the ledger's sums",
            "R8, R10: bound or spent for nobody, or not for somebody",
            "R6, R13: seats or queue miscounted, or a seat too many",
            "R3: more live registrations than places",
            "R4: a person twice",
            "R3: places and live registrations differ");

    /** Everybody whose turn could come, in order of receipt. */
    private static final String WAITING = """
            select r.id, r.seminar_id, s.capacity > s.seats_taken, r.subsidy_cents,
              b.allocated_cents - b.reserved_cents - b.spent_cents
            from registration r join seminar s on s.id = r.seminar_id join budget b on b.period_id = r.period_id
            where r.status = 'WAITING' and s.status = 'PUBLISHED' and s.opens_at <= ?
              and s.closes_at > ? order by r.id""";

    /**
     * Who got a seat by the last act although somebody who came earlier waits for the same seat, or for the same money.
     */
    private static final String OVERTOOK = """
            select count(*) from registration_event e join registration r on r.id = e.registration_id
              join registration w on w.status = 'WAITING' and w.id < r.id
            join seminar s on s.id = w.seminar_id
            where e.id > ? and e.kind in ('CONFIRMED', 'PROMOTED') and r.subsidy_cents > 0
              and (w.seminar_id = r.seminar_id or w.waiting_reason = 'FUNDS' and w.period_id = r.period_id
                and s.status = 'PUBLISHED' and s.closes_at > ?)""";

    private final Database database;
    private final Given given;
    private final TestClock clock;

    SeasonInvariants(Database database, Given given, TestClock clock) {
        this.database = database;
        this.given = given;
        this.clock = clock;
    }

    /** The newest line of all histories, to be named after the next act. */
    long lastEvent() {
        return database.number("select coalesce(max(id), 0) from registration_event");
    }

    /** What is wrong after an act; empty if nothing is. One connection, three quick questions. */
    List<String> wrongAfterAct(long lastEventBefore) {
        try (Connection connection = database.connect()) {
            List<String> wrong = new ArrayList<>();
            try (ResultSet row = ask(connection, TOTALS)) {
                row.next();
                for (int i = 0; i < NAMES.size(); i++) {
                    if (row.getLong(i + 1) != 0) {
                        wrong.add(NAMES.get(i));
                    }
                }
            }
            try (ResultSet waiting = ask(connection, WAITING, now(), now())) {
                fits(waiting)
                        .forEach(id ->
                                wrong.add("R14: seat and money are there, and registration " + id + " still waits"));
            }
            try (ResultSet row = ask(connection, OVERTOOK, lastEventBefore, now())) {
                row.next();
                if (row.getLong(1) != 0) {
                    wrong.add("R14: somebody was overtaken");
                }
            }
            return wrong;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Walks the queue as R14 says: whoever cannot have the seat or the money yet holds back those behind. */
    private static List<Long> fits(ResultSet waiting) throws SQLException {
        List<Long> fits = new ArrayList<>();
        Set<Long> heldBack = new HashSet<>();
        boolean moneyHeldBack = false;
        while (waiting.next()) {
            boolean turn = waiting.getBoolean(3) && !heldBack.contains(waiting.getLong(2));
            if (turn && !moneyHeldBack && waiting.getLong(4) <= waiting.getLong(5)) {
                fits.add(waiting.getLong(1));
            }
            moneyHeldBack |= turn;
            heldBack.add(waiting.getLong(2));
        }
        return fits;
    }

    private static ResultSet ask(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.closeOnCompletion();
        for (int i = 0; i < parameters.length; i++) {
            query.setObject(i + 1, parameters[i]);
        }
        return query.executeQuery();
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    /** Everything, slowly: the portal's own audit, and the histories read from their beginning. */
    void assertEverything(String when) {
        assertThat(given.wrongBooks()).as(when).isEmpty();
        assertThat(database.rows("select e.registration_id from registration_event e"
                        + " join registration_event before_it on before_it.registration_id ="
                        + " e.registration_id and before_it.id < e.id"
                        + " where e.kind = 'PROMOTED' and before_it.kind in ('CONFIRMED',"
                        + " 'PROMOTED', 'REBOOKED', 'CANCELLED', 'SEMINAR_CANCELLED',"
                        + " 'ATTENDED', 'NO_SHOW')"))
                .as("R15: promoted though confirmed or cancelled before; %s", when)
                .isEmpty();
        assertThat(database.rows("select b.id from budget_entry b where b.type = 'RESERVATION'"
                        + " and (select count(*) from budget_entry e where e.resolves_entry_id = b.id) > 1"))
                .as("R10: resolved twice; %s", when)
                .isEmpty();
        assertThat(database.text(
                        "select sum(allocated_cents), sum(reserved_cents), sum(spent_cents) from budget_entry"))
                .as("R11: the ledger alone tells every total; %s", when)
                .isEqualTo(database.text("select allocated_cents, reserved_cents, spent_cents from budget"));
    }
}
