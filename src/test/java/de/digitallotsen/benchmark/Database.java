package de.digitallotsen.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import de.digitallotsen.start.EmbeddedDatabase;

/**
 * A database server that the benchmark starts itself, with the class and the settings of the portal, so that it can set
 * the scene and wipe it between two rushes. Everything that is measured runs on this server, the portal's part and the
 * bare one.
 */
final class Database implements AutoCloseable {

    /** Enough for 880 people with 20 each, so that the money runs out and not the seats. */
    static final int SEMINARS = 44;

    private static final int SEATS = 25;
    private static final long FEE_CENTS = 100_000;
    private static final List<String> WIPED = List.of(
            "outbox_mail",
            "mail_occasion",
            "certificate",
            "attendance",
            "attendance_day",
            "registration_event",
            "budget_entry",
            "registration",
            "participant",
            "submission",
            "audit_entry",
            "audit_number",
            "audit_seal",
            "budget_warning");

    private final EmbeddedDatabase server;

    private Database(EmbeddedDatabase server) {
        this.server = server;
    }

    static Database start(Path folder) throws java.io.IOException {
        java.nio.file.Files.createDirectories(folder);
        return new Database(EmbeddedDatabase.start(folder));
    }

    /** The settings that make the portal use this server. */
    Map<String, String> asEnvironment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                server.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                server.user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                server.password());
    }

    /** A connection like one of the portal's pool: same driver, same isolation, same lock wait. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION innodb_lock_wait_timeout = 3");
        }
        return connection;
    }

    String version() throws SQLException {
        return text("select version()");
    }

    /**
     * An account for every Kommune that may register, with a session that has begun; the last two are the NSI's and the
     * Ministry's.
     */
    List<Account> createAccounts(String passwordHash) throws SQLException {
        List<String> kommunen =
                texts("select ars from kommune where type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET')"
                        + " and valid_to is null order by ars");
        List<Account> accounts = new ArrayList<>();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            for (String ars : kommunen) {
                accounts.add(createAccount(connection, "personal@" + ars + ".example", "KOMMUNE", ars, passwordHash));
            }
            accounts.add(createAccount(connection, "seminare@nsi.example", "NSI", null, passwordHash));
            accounts.add(createAccount(connection, "haushalt@ministerium.example", "MINISTRY", null, passwordHash));
            connection.commit();
        }
        return accounts;
    }

    private static Account createAccount(
            Connection connection, String email, String role, String ars, String passwordHash) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        long id = insert(
                connection,
                "insert into user_account (email, name, role, kommune_ars, password_hash, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                email,
                "Petra Probe",
                role,
                ars,
                passwordHash,
                now);
        String session = UUID.randomUUID().toString().replace("-", "");
        insert(
                connection,
                "insert into user_session (id, user_id, refresh_hash, refreshed_at, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                session,
                id,
                session + session,
                now,
                now,
                now.plusDays(1));
        return new Account(id, email, role, ars, session);
    }

    /** Published seminars, open now, half a year ahead. */
    List<Long> createSeminars() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = connect()) {
            for (int i = 0; i < SEMINARS; i++) {
                LocalDate first = LocalDate.now().plusDays(90 + i);
                Instant now = Instant.now();
                long id = insert(
                        connection,
                        "insert into seminar (calendar_uid, title, venue, capacity, fee_cents, opens_at,"
                                + " closes_at, first_day, last_day, status, created_at, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PUBLISHED', ?, ?)",
                        UUID.randomUUID().toString(),
                        "Digital-Lotse werden",
                        "NSI Hannover",
                        SEATS,
                        FEE_CENTS,
                        utc(now.minus(1, ChronoUnit.DAYS)),
                        utc(now.plus(60, ChronoUnit.DAYS)),
                        Date.valueOf(first),
                        Date.valueOf(first.plusDays(2)),
                        utc(now),
                        utc(now));
                for (int day = 0; day < 3; day++) {
                    insert(
                            connection,
                            "insert into seminar_day (seminar_id, day, begins, ends) values (?, ?, '09:00', '16:00')",
                            id,
                            Date.valueOf(first.plusDays(day)));
                }
                ids.add(id);
            }
        }
        return ids;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * Nobody is registered any more, and this much money is there. TRUNCATE, because the ledger and the audit trail
     * refuse DELETE; only the owner of the database can do that, never the portal's interface.
     */
    void wipe(long budgetCents) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : WIPED) {
                statement.execute("truncate table " + table);
            }
            statement.execute("set foreign_key_checks = 1");
            statement.execute("update place set taken_by = null where taken_by is not null");
            statement.execute("update seminar set seats_taken = 0, waiting_count = 0");
            statement.execute("update budget set allocated_cents = " + budgetCents
                    + ", reserved_cents = 0, spent_cents = 0, waiting_for_funds = 0, entries = 1");
            statement.execute("insert into budget_entry (period_id, number, type, allocated_cents, reason, booked_at)"
                    + " select period_id, 1, 'ALLOCATION', allocated_cents, 'Messung', utc_timestamp(6) from budget");
        }
    }

    long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    String text(String query) throws SQLException {
        return texts(query).get(0);
    }

    /** The first column. */
    List<String> texts(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** @return the generated id, or 0 */
    static long insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Instant instant ? Timestamp.from(instant) : values[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
