package de.digitallotsen.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import de.digitallotsen.shared.Hashes;

/**
 * A registration by hand: the statements that the portal sends for {@code POST /api/v1/registrations}, in the same
 * order and the same transaction, on one connection, without HTTP, JSON, tokens, Hibernate and CDI. What the portal
 * loses against it is what all of these cost together. Knows only people who do not want to wait.
 */
final class BareRegistration implements AutoCloseable {

    private static final String SEMINAR =
            "select s.id, s.calendar_sequence, s.calendar_uid, s.capacity, s.changed_at, s.closes_at,"
                    + " s.created_at, s.fee_cents, s.first_day, s.last_day, s.online,"
                    + " s.opens_at, s.seats_taken, s.status, s.title, s.venue, s.version, s.waiting_count"
                    + " from seminar s where s.id = ?";
    private static final String REGISTRATION =
            "select r.id, r.cancelled_at, r.confirmed_at, r.fee_cents, r.period_id, r.person_key,"
                    + " r.place_number, r.place_scope, r.programme_id, r.rate_basis_points,"
                    + " r.reference, r.registered_at, r.registered_by, r.status, r.subsidy_cents, r.version,"
                    + " r.waiting_reason, k.*, s.*";
    private static final int MOST_LOOKS = 5;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    BareRegistration(Connection connection) {
        this.connection = connection;
    }

    /** @return {@code CONFIRMED} or {@code BUDGET_EXHAUSTED}, or {@code BUSY} if others were always faster */
    String register(Person person, String key) throws SQLException {
        query(
                "select u.id, u.email, u.name, u.role, u.kommune_ars, k.display_name from user_session s"
                        + " join user_account u on u.id = s.user_id"
                        + " left join kommune k on k.ars = u.kommune_ars where s.id = ? and s.ended_at is null"
                        + " and s.expires_at > ? and u.active",
                person.account().session(),
                now());
        connection.setAutoCommit(false);
        try {
            String reference = Hashes.randomToken().substring(0, 8);
            String said = inTransaction(person, key, reference);
            if (!said.equals("CONFIRMED")) {
                connection.rollback();
                connection.setAutoCommit(true);
                return said;
            }
            connection.commit();
            connection.setAutoCommit(true);
            Object[] row = query(
                    REGISTRATION
                            + ", p.* from registration r join seminar s on s.id = r.seminar_id"
                            + " join kommune k on k.ars = r.kommune_ars"
                            + " join participant p on p.id = r.participant_id where r.reference = ? limit 1",
                    reference);
            query(
                    "select e.*, p.*, s.* from registration_event e left"
                            + " join participant p on p.id = e.earlier_participant_id left"
                            + " join seminar s on s.id = e.earlier_seminar_id where e.registration_id = ?"
                            + " order by e.id",
                    row[0]);
            return said;
        } catch (SQLException failed) {
            connection.rollback();
            connection.setAutoCommit(true);
            throw failed;
        }
    }

    private String inTransaction(Person person, String key, String reference) throws SQLException {
        String ars = person.account().kommuneArs();
        String personKey = Hashes.sha256(person.email());
        Object[] seminar = query(SEMINAR, person.seminarId());
        query("select k.* from kommune k where k.ars = ?", ars);
        update(
                "insert ignore into submission (user_id, submission_key, content_hash, result, created_at)"
                        + " values (?, ?, ?, ?, ?)",
                person.account().userId(),
                Hashes.sha256(key),
                Hashes.sha256(person.asJson()),
                reference,
                now());
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (look > 0) {
                seminar = query(SEMINAR, person.seminarId());
            } else {
                query(
                        "select d.seminar_id, d.day, d.begins, d.ends from seminar_day d where d.seminar_id = ?"
                                + " order by d.day",
                        person.seminarId());
            }
            LocalDate first = ((java.sql.Date) seminar[8]).toLocalDate();
            Object[] period = query(
                    "select f.id, f.first_day, f.last_day, f.name, f.programme_id, p.id,"
                            + " p.attendance_threshold_days, p.cap_scope, p.name, p.places_per_kommune,"
                            + " p.subsidy_rate_basis_points,"
                            + " p.version from funding_period f join programme p on p.id = f.programme_id"
                            + " where f.first_day <= ? and f.last_day >= ? order by f.first_day",
                    first.plusDays(2),
                    first);
            Integer place = freePlace(period[4], ars);
            query(
                    REGISTRATION
                            + " from registration r join seminar s on s.id = r.seminar_id"
                            + " join kommune k on k.ars = r.kommune_ars where r.programme_id = ?"
                            + " and r.live_person = ? limit 1",
                    period[4],
                    personKey);
            Object[] budget = query(
                    "select allocated_cents, reserved_cents, spent_cents, waiting_for_funds from budget"
                            + " where period_id = ?",
                    period[0]);
            long subsidy = number(seminar[7]) / 2;
            if (place == null || number(budget[0]) - number(budget[1]) - number(budget[2]) < subsidy) {
                return place == null ? "KOMMUNE_LIMIT_REACHED" : "BUDGET_EXHAUSTED";
            }
            if (update(
                            "update place set taken_by = ? where programme_id = ? and scope = 0"
                                    + " and kommune_ars = ? and place_number = ? and taken_by is null and"
                                    + " earlier_use is null",
                            reference,
                            period[4],
                            ars,
                            place)
                    == 1) {
                return confirm(
                                person,
                                new Taken(reference, personKey, place, number(period[0]), number(period[4]), subsidy))
                        ? "CONFIRMED"
                        : "BUDGET_EXHAUSTED";
            }
        }
        return "BUSY";
    }

    private record Taken(String reference, String personKey, int place, long period, long programme, long subsidy) {}

    private boolean confirm(Person person, Taken taken) throws SQLException {
        String ars = person.account().kommuneArs();
        long user = person.account().userId();
        update(
                "update seminar set seats_taken = seats_taken + 1 where id = ? and version = ?"
                        + " and seats_taken < capacity and waiting_count = 0 and status = 'PUBLISHED' and opens_at <= ?"
                        + " and closes_at > ?",
                person.seminarId(),
                0,
                now(),
                now());
        long participant = insert(
                "insert into participant (accessibility_needs, email, first_name, job_title, last_name)"
                        + " values (?, ?, ?, ?, ?)",
                null,
                person.email(),
                person.firstName(),
                "Bürgerbüro",
                person.lastName());
        long registration = insert(
                "insert into registration (attendance_days, cancellation_terms, cancelled_at, confirmed_at,"
                        + " due_cents, due_reason, fee_cents, kommune_ars, participant_id, period_id, person_key,"
                        + " place_number, place_scope, programme_id, rate_basis_points,"
                        + " reference, registered_at, registered_by, seminar_id, status, subsidy_cents,"
                        + " version, waiting_reason) values (2, '15:5000 0:10000', ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, 0, ?, 5000, ?, ?, ?, ?, 'CONFIRMED', ?, 0, ?)",
                null,
                now(),
                taken.subsidy(),
                null,
                taken.subsidy() * 2,
                ars,
                participant,
                taken.period(),
                taken.personKey(),
                taken.place(),
                taken.programme(),
                taken.reference(),
                now(),
                user,
                person.seminarId(),
                taken.subsidy(),
                null);
        if (update(
                        "update budget set entries = entries + 1, reserved_cents = reserved_cents + ?"
                                + " where period_id = ?"
                                + " and allocated_cents - reserved_cents - spent_cents >= ? and (waiting_for_funds = 0"
                                + " or ? = 0)",
                        taken.subsidy(),
                        taken.period(),
                        taken.subsidy(),
                        taken.subsidy())
                == 0) {
            return false;
        }
        insert(
                "insert into budget_entry (allocated_cents, booked_at, booked_by, kommune_ars, period_id, number,"
                        + " reason, reference, registration_id, reserved_cents, resolves_entry_id, spent_cents, type)"
                        + " values (0, ?, ?, ?, ?, (select b.entries from budget b where b.period_id = ?), ?, ?, ?, ?,"
                        + " ?, 0, 'RESERVATION')",
                now(),
                user,
                ars,
                taken.period(),
                taken.period(),
                null,
                taken.reference(),
                registration,
                taken.subsidy(),
                null);
        insert(
                "insert into registration_event (actor_role, at, due_cents, earlier_participant_id,"
                        + " earlier_seminar_id, kind, reason, registration_id, waiting_reason)"
                        + " values ('KOMMUNE', ?, ?, ?, ?, 'CONFIRMED', ?, ?, ?)",
                now(),
                null,
                null,
                null,
                null,
                registration,
                null);
        insert(
                "insert into audit_entry (action, actor_id, actor_role, after_json, at, before_json,"
                        + " subject_id, subject_type) values ('registration.confirmed', ?, 'KOMMUNE', ?, ?, ?, ?,"
                        + " 'registration')",
                user,
                ("{\"status\":\"CONFIRMED\",\"seminarId\":%d,\"kommuneArs\":\"%s\",\"participantId\":%d,"
                                + "\"placeNumber\":%d,\"feeCents\":%d,\"subsidyCents\":%d}")
                        .formatted(
                                person.seminarId(),
                                ars,
                                participant,
                                taken.place(),
                                taken.subsidy() * 2,
                                taken.subsidy()),
                now(),
                null,
                taken.reference());
        insert(
                "insert into mail_occasion (attempts, facts, handled_at, kind, next_attempt_at, occurred_at,"
                        + " once_key, participant_id, registration_id, seminar_id)"
                        + " values (0, ?, ?, 'CONFIRMED', ?, ?, ?, ?, ?, ?)",
                "{\"status\":\"CONFIRMED\",\"dueCents\":%d}".formatted(taken.subsidy()),
                null,
                now(),
                now(),
                null,
                participant,
                registration,
                person.seminarId());
        return true;
    }

    private Integer freePlace(Object programme, String ars) throws SQLException {
        PreparedStatement statement = bind(
                "select place_number, taken_by, earlier_use from place where programme_id = ? and scope = 0"
                        + " and kommune_ars = ? and place_number <= 2 order by place_number",
                programme,
                ars);
        Integer free = null;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (free == null && rows.getString(2) == null && rows.getString(3) == null) {
                    free = rows.getInt(1);
                }
            }
        }
        return free;
    }

    /** Reads every column of every row, as the portal does. @return the first row, or null */
    private Object[] query(String sql, Object... values) throws SQLException {
        Object[] first = null;
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next()) {
                Object[] row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                first = first == null ? row : first;
            }
        }
        return first;
    }

    private int update(String sql, Object... values) throws SQLException {
        return bind(sql, values).executeUpdate();
    }

    private long insert(String sql, Object... values) throws SQLException {
        PreparedStatement statement = bind(sql, values);
        statement.executeUpdate();
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private PreparedStatement bind(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
