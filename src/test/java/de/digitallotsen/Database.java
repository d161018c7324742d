package de.digitallotsen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.settings.FoundProgramme;
import de.digitallotsen.shared.Actor;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;

/**
 * The database past the program: empties it between tests, reads what really stands in it, and writes what the schema
 * has to refuse. Tests of rules never write here; they walk the use cases ({@link Given}).
 */
@Singleton
public class Database {

    /** The period that pays in tests. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2028, 12, 31);
    /** 200,000 EUR. */
    public static final long BUDGET_CENTS = 20_000_000;

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int MOST_ATTEMPTS = 100;
    private static final Set<String> KEPT = Set.of("kommune", "flyway_schema_history");

    private final AgroalDataSource source;
    private final FoundProgramme foundProgramme;
    private final ImportKommunen importKommunen;
    private boolean registerChanged;

    Database(AgroalDataSource source, FoundProgramme foundProgramme, ImportKommunen importKommunen) {
        this.source = source;
        this.foundProgramme = foundProgramme;
        this.importKommunen = importKommunen;
    }

    /** Everything but the register goes; the programme is founded anew: half the fee, two places, 200,000 EUR. */
    public void clean() {
        if (registerChanged) {
            empty(Set.of("flyway_schema_history"));
            importKommunen.handle(Actor.portal(), ImportKommunen.Command.of(RegisterFile.read(register())));
            registerChanged = false;
        }
        empty(KEPT);
        foundProgramme.handle(
                new FoundProgramme.Command("Digital-Lotse werden", 5000, 2, FIRST_DAY, LAST_DAY, BUDGET_CENTS));
    }

    /** To be said by a test that changes the register: the next test gets a new one. */
    public void registerWillChange() {
        registerChanged = true;
    }

    /** The official register as it comes with the portal. */
    public static String register() {
        try (InputStream file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("register/kommunen-niedersachsen.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** TRUNCATE, because ledger and audit trail let nobody DELETE. */
    private void empty(Set<String> kept) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            Set<String> counted = counted(connection);
            for (String table : tables(connection)) {
                if (!kept.contains(table) && (counted.contains(table) || hasRows(statement, table))) {
                    truncate(statement, table);
                }
            }
            statement.execute("set foreign_key_checks = 1");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Again where the server is just counting the table for its statistics: then it refuses at once, whatever the
     * time-out.
     */
    private static void truncate(Statement statement, String table) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                statement.execute("truncate table " + table);
                return;
            } catch (SQLException busy) {
                if (busy.getErrorCode() != LOCK_WAIT_TIMEOUT || attempt == MOST_ATTEMPTS) {
                    throw busy;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /** Tables whose ids do not begin with 1 any more, although all of their rows may be gone. */
    private static Set<String> counted(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = database() and auto_increment > 1")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static boolean hasRows(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return row.next();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' order by 1")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** A connection past the program, with the portal's own settings. */
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** Rows by table, to compare before and after what must not change anything. */
    public Map<String, Long> rowCounts() {
        try (Connection connection = source.getConnection()) {
            Map<String, Long> counts = new TreeMap<>();
            for (String table : tables(connection)) {
                counts.put(table, number("select count(*) from " + table));
            }
            return counts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Everything that stands in every table, to compare before and after what must not change anything. */
    public Map<String, List<String>> content() {
        try (Connection connection = source.getConnection()) {
            Map<String, List<String>> content = new TreeMap<>();
            for (String table : tables(connection)) {
                content.put(
                        table, rows("select * from " + table).stream().sorted().toList());
            }
            return content;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One number, for example a count. */
    public long number(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** The first column of the only row as text. */
    public String text(String sql, Object... parameters) {
        List<String> rows = rows(sql, parameters);
        if (rows.size() != 1) {
            throw new AssertionError("One row expected from " + sql + ", not " + rows);
        }
        return rows.get(0);
    }

    /** All rows, the columns of each joined by a space. */
    public List<String> rows(String sql, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement query = prepare(connection, sql, parameters);
                ResultSet row = query.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringBuilder columns = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.append(i == 1 ? "" : " ").append(row.getString(i));
                }
                rows.add(columns.toString());
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Writes past the program: only to see the schema refuse it, or the audit find it. */
    public int writePastTheProgram(String sql, Object... parameters) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
