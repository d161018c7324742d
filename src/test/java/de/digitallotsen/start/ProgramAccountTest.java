package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account of the program on a real server: it does its work, and cannot change what only grows. */
@PortalTest
class ProgramAccountTest {

    @Inject
    Database database;

    @Inject
    Given given;

    private static String value(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static Connection program() throws SQLException {
        return DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"), value("test.program.username"), value("test.program.password"));
    }

    @BeforeEach
    void the_program_has_its_rights_and_there_is_something_to_change() throws SQLException {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        try (Connection owner = database.connect();
                Connection program = program()) {
            ProgramAccount.grantMissing(owner, program);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "truncate table audit_entry",
                "drop table audit_entry",
                "alter table audit_entry drop column action",
                "replace into audit_entry (id, at, action, subject_type, subject_id)"
                        + " values (1, utc_timestamp(6), 'x', 'x', 'x')",
                "insert into audit_entry (id, at, action, subject_type, subject_id)"
                        + " values (1, utc_timestamp(6), 'x', 'x', 'x') on duplicate key update action = 'x'",
                "drop trigger audit_entry_never_changed",
                "drop trigger audit_entry_never_deleted",
                "rename table audit_entry to other",
                "update budget_entry set reserved_cents = 0",
                "delete from budget_entry",
                "truncate table budget_entry",
                "drop trigger budget_entry_never_changed",
                "update budget_counterpart set counterpart_id = 1",
                "delete from budget_counterpart",
                "update audit_seal set hash = 'x'",
                "delete from audit_seal",
                "update audit_number set number = 1",
                "delete from audit_number",
                "delete from flyway_schema_history",
                "create table other (id int)",
                "grant update on audit_entry to current_user()",
                "set session sql_log_bin = 0"
            })
    void cannot_change_what_only_grows(String sql) throws SQLException {
        try (Connection program = program();
                Statement statement = program.createStatement()) {
            // 1142, 1044, 1227: the account lacks the right. It is not the trigger that refuses (1644).
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getErrorCode())
                                    .as(refused.getMessage())
                                    .isIn(1142, 1044, 1227));
        }
    }

    @Test
    void does_the_work_of_the_program() throws SQLException {
        try (Connection program = program();
                Statement statement = program.createStatement()) {
            program.setAutoCommit(false);
            assertThat(statement.executeUpdate("update budget set reserved_cents = reserved_cents"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("update registration set version = version"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("delete from submission")).isNotNegative();
            assertThat(statement.executeUpdate("insert into audit_entry (at, action, subject_type, subject_id)"
                            + " values (utc_timestamp(6), 'x', 'x', 'x')"))
                    .isEqualTo(1);
            program.rollback();
        }
    }

    @Test
    void is_given_a_right_once() throws SQLException {
        try (Connection owner = database.connect();
                Connection program = program()) {
            assertThat(ProgramAccount.grantMissing(owner, program)).isEmpty();
            // An account sees its own rights only.
            List<String> tables = new ArrayList<>();
            try (Statement statement = program.createStatement();
                    ResultSet rows = statement.executeQuery("select table_name from information_schema.table_privileges"
                            + " where privilege_type = 'DELETE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables)
                    .contains("budget", "registration", "user_session", "place")
                    .doesNotContain("audit_entry", "budget_entry", "audit_seal");
        }
    }
}
