package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.audit.SealAuditTrail;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Hashes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migrations run on an empty schema and on the schema of the release before, with rows in it. */
@PortalTest
class MigrationTest {

    private static final String SCHEMA = "digitallotsen_migration";

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    ClaimFixture claims;

    @Inject
    TestClock clock;

    @Inject
    SealAuditTrail seal;

    @BeforeEach
    void an_empty_schema_beside() throws SQLException {
        database.writePastTheProgram("drop database if exists " + SCHEMA);
        database.writePastTheProgram("create database " + SCHEMA + " character set utf8mb4 collate utf8mb4_unicode_ci");
    }

    @AfterEach
    void away_with_it() throws SQLException {
        database.writePastTheProgram("drop database " + SCHEMA);
    }

    private static String value(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url(), value("quarkus.datasource.username"), value("quarkus.datasource.password"));
    }

    private static String url() {
        return value("quarkus.datasource.jdbc.url").replace("/digitallotsen?", "/" + SCHEMA + "?");
    }

    private static Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(url(), value("quarkus.datasource.username"), value("quarkus.datasource.password"))
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = database()"
                                + " and table_name <> 'flyway_schema_history' order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private List<String> tablesOfThePortal() {
        return database.rows("select table_name from information_schema.tables where table_schema = database()"
                + " and table_name <> 'flyway_schema_history' order by 1");
    }

    @Test
    void run_on_an_empty_schema_and_leave_nothing_to_do() throws SQLException {
        Flyway flyway = flyway(MigrationVersion.LATEST);
        assertThat(flyway.migrate().migrationsExecuted)
                .isEqualTo(flyway.info().applied().length)
                .isGreaterThanOrEqualTo(6);
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(tables()).isEqualTo(tablesOfThePortal());
        flyway.validate();
    }

    @Test
    void run_on_the_schema_before_the_last_one_with_rows_in_it_and_keep_them() throws SQLException {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        MigrationInfo[] all = flyway(MigrationVersion.LATEST).info().all();
        MigrationVersion before = all[all.length - 2].getVersion();
        flyway(before).migrate();
        List<String> older = tables();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : older) {
                copy(connection, table);
            }
        }
        Flyway latest = flyway(MigrationVersion.LATEST);
        assertThat(latest.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(latest.info().pending()).isEmpty();
        assertThat(tables()).isEqualTo(tablesOfThePortal());
        for (String table : List.of("kommune", "registration", "budget_entry", "place", "seminar", "user_account")) {
            assertThat(database.number("select count(*) from " + SCHEMA + "." + table))
                    .as(table)
                    .isEqualTo(database.number("select count(*) from " + table))
                    .isPositive();
        }
    }

    /** The rows of the portal's own schema, as far as the older one has columns for them. */
    private static void copy(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select column_name from information_schema.columns c where table_schema = '" + SCHEMA
                                + "' and table_name = '" + table
                                + "' and generation_expression is null and exists (select 1"
                                + " from information_schema.columns p where p.table_schema = 'digitallotsen'"
                                + " and p.table_name = c.table_name and p.column_name = c.column_name)")) {
            while (row.next()) {
                columns.add("`" + row.getString(1) + "`");
            }
        }
        // Row by row: INSERT … SELECT into a table with triggers loses the values on MariaDB 11.4.
        String list = String.join(", ", columns);
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + list + " from digitallotsen." + table);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into " + table + " (" + list + ") values (" + marks + ")")) {
            while (row.next()) {
                for (int i = 1; i <= columns.size(); i++) {
                    insert.setObject(i, row.getObject(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void write_addresses_small_and_tell_accents_apart_from_then_on() throws SQLException {
        flyway(MigrationVersion.fromVersion("090")).migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(account("Muller@NSI.example "));
            flyway(MigrationVersion.LATEST).migrate();
            statement.execute(account("müller@nsi.example"));
        }
        assertThat(database.rows("select email from " + SCHEMA + ".user_account order by id"))
                .containsExactly("muller@nsi.example", "müller@nsi.example");
        assertThat(database.rows("select id from " + SCHEMA + ".user_account where email = 'müller@nsi.example'"))
                .hasSize(1);
    }

    /** Four registrations and four accounts from before; two of each are of the same person. */
    @Test
    void bring_addresses_and_names_to_one_normal_form_and_say_which_rows_are_the_same() throws SQLException {
        long seminar = given.aSeminar().published();
        List<String> references = new ArrayList<>();
        given.staffOfKommunen(4).forEach(staff -> references.add(given.registered(staff, seminar)));
        flyway(before("107")).migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables()) {
                copy(connection, table);
            }
            before(connection, references.get(0), "x@münster.example", "Jo\u0308rg ", "Gro\u00adß");
            before(connection, references.get(1), "x@xn--mnster-3ya.example", "Jörg", "Groß");
            before(connection, references.get(2), "\u200by@straße.example", "\u200eAnna", "von\u00a0der  Heide");
            before(connection, references.get(3), "y@strasse.example", "Anna", "Heide");
            for (String email : List.of("z@münster.example", "z@xn--mnster-3ya.example", "ｗ@nsi.example", "kein")) {
                statement.execute(account(email));
            }
        }
        long registrations = count("registration");
        long accounts = count("user_account");
        flyway(MigrationVersion.LATEST).migrate();
        assertThat(count("registration")).isEqualTo(registrations);
        assertThat(count("participant")).isEqualTo(registrations);
        assertThat(count("user_account")).isEqualTo(accounts);
        assertThat(people())
                .containsExactly(
                        "Jörg Groß x@xn--mnster-3ya.example",
                        "Jörg Groß x@xn--mnster-3ya.example",
                        "Anna von der Heide y@xn--strae-oqa.example",
                        "Anna Heide y@strasse.example");
        assertThat(database.rows("select r.reference, k.reference, r.person_key = k.person_key from " + SCHEMA
                        + ".registration_conflict c join " + SCHEMA + ".registration r on r.id = c.other_id join "
                        + SCHEMA + ".registration k on k.id = c.kept_id"))
                .as("the first keeps its old key: the second had the normal form already")
                .containsExactly(references.get(0) + " " + references.get(1) + " 0");
        assertThat(database.text(
                        "select person_key from " + SCHEMA + ".registration where reference = ?", references.get(2)))
                .isEqualTo(Hashes.sha256("y@xn--strae-oqa.example"));
        assertThat(database.rows("select email, email_key from " + SCHEMA + ".user_account where name = 'Kim Muster'"
                        + " order by id"))
                .containsExactly(
                        "z@münster.example z@münster.example",
                        "z@xn--mnster-3ya.example z@xn--mnster-3ya.example",
                        "w@nsi.example w@nsi.example",
                        "kein kein");
        assertThat(database.rows("select o.email, k.email from " + SCHEMA + ".account_conflict c join " + SCHEMA
                        + ".user_account o on o.id = c.other_id join " + SCHEMA
                        + ".user_account k on k.id = c.kept_id"))
                .containsExactly("z@münster.example z@xn--mnster-3ya.example");
    }

    @Test
    void fill_what_is_searched_for_rows_from_before() throws SQLException {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        flyway(before("109")).migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables()) {
                copy(connection, table);
            }
            statement.execute("update kommune set search_text = 'old'");
        }
        flyway(MigrationVersion.LATEST).migrate();
        for (String table : List.of("participant", "user_account", "seminar", "kommune")) {
            assertThat(database.rows("select search_text from " + SCHEMA + "." + table + " order by 1"))
                    .as("filled as the program fills it: %s", table)
                    .isNotEmpty()
                    .isEqualTo(database.rows("select search_text from " + table + " order by 1"))
                    .doesNotContain("");
        }
    }

    /** The last version before this one. */
    private static MigrationVersion before(String version) {
        return Arrays.stream(flyway(MigrationVersion.LATEST).info().all())
                .map(MigrationInfo::getVersion)
                .filter(other -> other.compareTo(MigrationVersion.fromVersion(version)) < 0)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void before(Connection connection, String reference, String email, String first, String last)
            throws SQLException {
        try (PreparedStatement person = connection.prepareStatement("update participant set email = ?, first_name = ?,"
                        + " last_name = ? where id = (select participant_id from registration where reference = ?)");
                PreparedStatement key =
                        connection.prepareStatement("update registration set person_key = ? where reference = ?")) {
            person.setString(1, email);
            person.setString(2, first);
            person.setString(3, last);
            person.setString(4, reference);
            key.setString(1, Hashes.sha256(email));
            key.setString(2, reference);
            assertThat(person.executeUpdate() + key.executeUpdate()).isEqualTo(2);
        }
    }

    private long count(String table) {
        return database.number("select count(*) from " + SCHEMA + "." + table);
    }

    private List<String> people() {
        return database.rows("select p.first_name, p.last_name, p.email from " + SCHEMA + ".registration r join "
                + SCHEMA + ".participant p on p.id = r.participant_id order by r.id");
    }

    private static String account(String email) {
        return "insert into user_account (email, name, role, password_hash, created_at) values ('" + email
                + "', 'Kim Muster', 'NSI', 'x', now(6))";
    }

    /** The chain of the update before as it stood, and the one of today over the same entries, both worked out. */
    @Test
    void take_the_words_out_of_the_trail_and_let_both_chains_hold() throws SQLException {
        flyway(MigrationVersion.fromVersion("091")).migrate();
        String zeros = "0".repeat(64);
        String reason = "Frau \\\"Müller\\\" rief an";
        String values = "{\"dueCents\":1,\"reason\":\"" + reason + "\"}";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                PreparedStatement entry = connection.prepareStatement(
                        "insert into audit_entry (id, at, action, subject_type, subject_id, after_json)"
                                + " values (1, '2027-02-01 08:00:00', 'registration.fee_changed', 'registration',"
                                + " 'ABCDEFGH', ?)")) {
            entry.setString(1, values);
            entry.execute();
            statement.execute("insert into audit_seal (from_id, to_id, entries, previous_hash, hash, sealed_at)"
                    + " values (1, 1, 1, '" + zeros + "', '" + "a".repeat(64) + "', '2027-02-01 08:06:00')");
            flyway(MigrationVersion.LATEST).migrate();
        }
        assertThat(database.rows("select text, sealed_json from " + SCHEMA + ".audit_text"))
                .containsExactly("Frau \"Müller\" rief an " + values);
        assertThat(database.text("select after_json from " + SCHEMA + ".audit_entry"))
                .contains("sha256:")
                .contains("dueCents")
                .doesNotContain("Müller");
        assertThat(database.text(
                        "select json_value(after_json, '$.reason') = concat('sha256:', sha2(concat(salt, text),"
                                + " 256)) from " + SCHEMA + ".audit_entry join " + SCHEMA
                                + ".audit_text on entry_id = id"))
                .isEqualTo("1");
        assertThat(database.rows("select hash from " + SCHEMA + ".audit_seal_former"))
                .containsExactly("a".repeat(64));
        assertThat(database.rows("select hash from " + SCHEMA + ".audit_seal")).isEmpty();
    }

    /** The trail knows what the row of the claim has forgotten; a value date nobody has noted, and none is made up. */
    @Test
    void give_claims_from_before_their_whole_history_and_a_payment_without_a_value_date() throws SQLException {
        claims.held();
        Actor cashier = given.ministry();
        long claim = claims.toAndFro(given.nsi(), given.ministry(), cashier, "Bitte \"Termin\" prüfen");
        flyway(before("126")).migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : List.of("claim", "audit_entry", "audit_text", "funding_period", "user_account")) {
                copy(connection, table);
            }
            statement.execute("insert into claim (id, period_id, number, status, amount_cents, granted_cents,"
                    + " drawn_cents, prepared_at, prepared_by, submitted_at, submitted_by, returned_at, returned_by,"
                    + " remark) select id + 1, period_id, 'OHNE', 'RETURNED', 7, 8, 9, prepared_at, prepared_by,"
                    + " submitted_at, submitted_by, submitted_at + interval 1 day, prepared_by, 'Alt' from claim");
        }
        flyway(MigrationVersion.LATEST).migrate();
        String acts = "claim_act where claim_id = " + claim + " order by id";
        String columns = "select act, at, actor_id, amount_cents, remark from ";
        assertThat(database.rows(columns + SCHEMA + "." + acts)).hasSize(6).isEqualTo(database.rows(columns + acts));
        assertThat(database.rows("select act, amount_cents, remark from " + SCHEMA + ".claim_act where claim_id = "
                        + (claim + 1) + " order by id"))
                .as("where the trail knows nothing")
                .containsExactly("PREPARED 7 null", "SUBMITTED 7 null", "RETURNED 7 Alt");
        assertThat(database.rows("select claim_id, value_date, amount_cents, reference, recorded_by from " + SCHEMA
                        + ".claim_payment"))
                .containsExactly(claim + " null 100000 null " + cashier.userId());
    }

    private void registerWithAGapBefore(long seminar, Actor staff) {
        QuarkusTransaction.begin();
        given.registered(staff, seminar);
        QuarkusTransaction.rollback();
        given.registered(staff, seminar);
    }

    /** As it was before V123: ids with gaps, two periods, some entries sealed and some not. */
    @Test
    void number_bookings_and_audit_entries_without_gaps_and_keep_the_numbers_from_before() throws SQLException {
        long seminar = given.aSeminar().published();
        List<Actor> staff = given.staffOfKommunen(3);
        registerWithAGapBefore(seminar, staff.get(0));
        registerWithAGapBefore(seminar, staff.get(1));
        clock.pass(Duration.ofMinutes(6));
        assertThat(seal.handle(Actor.portal())).isPositive();
        registerWithAGapBefore(seminar, staff.get(2));
        flyway(before("123")).migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables()) {
                copy(connection, table);
            }
            statement.execute("insert into funding_period (id, programme_id, name, first_day, last_day)"
                    + " values (7, 1, 'Später', '2031-01-01', '2031-12-31')");
            statement.execute("insert into budget (period_id, allocated_cents) values (7, 5)");
            statement.execute("insert into budget_entry (id, period_id, type, allocated_cents, reason, booked_at)"
                    + " values (90, 7, 'ALLOCATION', 5, 'x', '2027-02-01'),"
                    + " (95, 1, 'ADJUSTMENT', 5, 'x', '2027-02-01')");
        }
        flyway(MigrationVersion.LATEST).migrate();
        List<String> ids = database.rows("select id from budget_entry order by id");
        assertThat(ids).as("with gaps").containsExactly("1", "3", "5", "7");
        assertThat(database.rows(
                        "select id, period_id, number, former_number from " + SCHEMA + ".budget_entry order by id"))
                .containsExactly("1 1 1 1", "3 1 2 3", "5 1 3 5", "7 1 4 7", "90 7 1 90", "95 1 5 95");
        assertThat(database.rows("select period_id, entries from " + SCHEMA + ".budget order by 1"))
                .containsExactly("1 5", "7 1");
        List<String> sealed =
                database.rows("select id from audit_entry where id <= (select to_id from audit_seal)" + " order by id");
        assertThat(database.rows("select entry_id from " + SCHEMA + ".audit_number order by number"))
                .isEqualTo(sealed);
        assertThat(database.rows("select min(number), max(number) from " + SCHEMA + ".audit_number"))
                .containsExactly("1 " + sealed.size());
        assertThat(database.number("select max(id) - count(*) from audit_entry"))
                .as("gaps")
                .isPositive();
        assertThat(database.rows("select former_number from " + SCHEMA + ".audit_entry order by id"))
                .as("the ones not sealed yet, too")
                .hasSizeGreaterThan(sealed.size())
                .isEqualTo(database.rows("select id from audit_entry order by id"));
        for (String change : List.of(
                "update audit_number set number = 1",
                "update budget_entry set number = 1",
                "update audit_entry set former_number = 1")) {
            assertThatThrownBy(() -> database.writePastTheProgram(change.replace("update ", "update " + SCHEMA + ".")))
                    .hasMessageContaining("only grows");
        }
    }

    /** Two carry-overs of the same amount for the same reason, and one whose other side is missing. */
    @Test
    void tie_both_sides_of_what_was_carried_over_before() throws SQLException {
        flyway(MigrationVersion.fromVersion("112")).migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into programme (id, name, subsidy_rate_basis_points, places_per_kommune,"
                    + " cancellation_terms) values (1, 'x', 5000, 2, '')");
            statement.execute("insert into funding_period (id, programme_id, name, first_day, last_day) values"
                    + " (1, 1, 'alt', '2027-01-01', '2028-12-31'), (2, 1, 'neu', '2029-01-01', '2029-12-31')");
            for (String entry : List.of(
                    "1, -100, 'Übertrag in den Zeitraum neu: Erlass'",
                    "2, 100, 'Übertrag aus dem Zeitraum alt: Erlass'",
                    "1, -100, 'Übertrag in den Zeitraum neu: Erlass'",
                    "2, 100, 'Übertrag aus dem Zeitraum alt: Erlass'",
                    "1, -7, 'Übertrag in den Zeitraum neu: allein'",
                    "2, 100, 'Nachtrag'")) {
                statement.execute("insert into budget_entry (period_id, allocated_cents, reason, type, booked_at)"
                        + " values (" + entry + ", 'ADJUSTMENT', now(6))");
            }
            flyway(MigrationVersion.LATEST).migrate();
        }
        assertThat(database.rows(
                        "select entry_id, counterpart_id from " + SCHEMA + ".budget_counterpart order by entry_id"))
                .containsExactly("1 2", "2 1", "3 4", "4 3");
    }

    @Test
    void have_versions_of_which_none_comes_twice() {
        List<String> versions = Arrays.stream(
                        flyway(MigrationVersion.LATEST).info().all())
                .map(info -> info.getVersion().getVersion())
                .toList();
        assertThat(versions)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(java.util.Comparator.comparing(Integer::parseInt));
    }
}
