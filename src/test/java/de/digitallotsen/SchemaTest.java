package de.digitallotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;

import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes past the program meets the same rules: the database refuses each of them by itself. */
@PortalTest
class SchemaTest {

    @Inject
    Given given;

    @Inject
    Database database;

    private String confirmed;
    private String waiting;

    /** Langenhagen holds its first place confirmed, Sottrum waits; Langenhagen's second registration was cancelled. */
    @BeforeEach
    void two_registrations() {
        long seminar = given.aSeminar().withSeats(1).published();
        confirmed = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        waiting = given.registeredOrWaiting(given.staffOf(Given.SOTTRUM), seminar);
    }

    private void assertRefused(String by, String sql, Object... parameters) {
        Throwable refused = catchThrowable(() -> database.writePastTheProgram(sql, parameters));
        assertThat(refused).as("the database let pass: %s", sql).isInstanceOf(SQLException.class);
        assertThat(refused).hasMessageContaining(by);
    }

    /** Copies a registration with some columns changed. */
    private static String copy(String changes) {
        String columns = "reference, programme_id, period_id, place_scope, seminar_id, kommune_ars, participant_id,"
                + " person_key, place_number, status, waiting_reason, fee_cents, rate_basis_points,"
                + " subsidy_cents, attendance_days, cancellation_terms, registered_at, cancelled_at";
        String values = columns;
        for (String change : changes.split(";")) {
            String[] pair = change.split("=");
            values = values.replaceAll("\\b" + pair[0].strip() + "\\b", pair[1].strip());
        }
        return "insert into registration (" + columns + ") select " + values + " from registration where reference = ?";
    }

    @Test
    void lets_a_lawful_copy_pass_so_that_each_refusal_below_has_one_reason_only() throws SQLException {
        assertThat(database.writePastTheProgram(
                        copy("reference='ABCDEFGH';person_key='other';place_number=2;status='NO_SHOW'"), confirmed))
                .isEqualTo(1);
    }

    @Test
    void refuses_a_second_live_registration_on_the_same_place() {
        assertRefused("registration_live_place_unique", copy("reference='ABCDEFGH';person_key='other'"), confirmed);
    }

    @Test
    void refuses_a_third_place() {
        assertRefused(
                "registration_open_place_fk",
                copy("reference='ABCDEFGH';person_key='other';place_number=3"),
                confirmed);
        assertRefused(
                "registration_place_fk",
                copy("reference='ABCDEFGH';person_key='other';place_number=3;status='NO_SHOW'"),
                confirmed);
        assertRefused(
                "place_number_check",
                "insert into place (programme_id, scope, kommune_ars, place_number) select programme_id, scope,"
                        + " kommune_ars, 5 from place where taken_by = ?",
                confirmed);
        assertRefused("place_number_check", "update place set place_number = 0 where taken_by = ?", confirmed);
    }

    @Test
    void refuses_the_same_live_person_twice() {
        assertRefused("registration_live_person_unique", copy("reference='ABCDEFGH';place_number=2"), confirmed);
    }

    @Test
    void refuses_the_same_reference_twice_and_one_registration_on_two_places() {
        assertRefused("registration_reference_unique", copy("place_number=2;person_key='other'"), confirmed);
        assertRefused(
                "place_taken_by_unique",
                "update place set taken_by = ? where kommune_ars = ? and place_number = 2",
                confirmed,
                Given.LANGENHAGEN);
    }

    @Test
    void refuses_a_place_used_both_now_and_earlier() {
        assertRefused("place_one_use_check", "update place set earlier_use = '2021' where taken_by = ?", confirmed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registration_live_has_place_check|place_number = null",
                "registration_waiting_reason_check|status = 'WAITING'",
                "registration_waiting_reason_check|waiting_reason = 'SEATS'",
                "registration_subsidy_check|subsidy_cents = 49999",
                "registration_subsidy_check|subsidy_cents = 50001",
                "registration_subsidy_check|fee_cents = 99999",
                "registration_money_check|subsidy_cents = 100001, rate_basis_points = 10001",
                "registration_cancelled_check|status = 'CANCELLED'",
                "registration_cancelled_check|cancelled_at = now()",
                "registration_status_check|status = 'LIVE'",
                "registration_seminar_fk|seminar_id = 999999",
                "registration_kommune_fk|kommune_ars = '030000000000', place_number = null, status = 'NO_SHOW'",
                "registration_period_fk|period_id = 999999"
            })
    void refuses_a_registration_that_contradicts_itself(String constraint, String change) {
        assertRefused(constraint, "update registration set " + change + " where reference = ?", confirmed);
    }

    @Test
    void refuses_waiting_without_or_with_an_unknown_reason() {
        assertRefused(
                "registration_waiting_reason_check",
                "update registration set waiting_reason = null where reference = ?",
                waiting);
        assertRefused(
                "registration_reason_check",
                "update registration set waiting_reason = 'LUCK' where reference = ?",
                waiting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seminar_seats_check|seats_taken = capacity + 1",
                "seminar_seats_check|seats_taken = -1",
                "seminar_waiting_check|waiting_count = -1",
                "seminar_capacity_check|capacity = 0, seats_taken = 0",
                "seminar_capacity_check|capacity = 501",
                "seminar_fee_check|fee_cents = -1",
                "seminar_window_check|opens_at = closes_at",
                "seminar_days_check|last_day = first_day - interval 1 day",
                "seminar_status_check|status = 'GONE'"
            })
    void refuses_a_seminar_that_cannot_be(String constraint, String change) {
        assertRefused(constraint, "update seminar set " + change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget_never_overdrawn_check|reserved_cents = allocated_cents + 1",
                "budget_never_overdrawn_check|spent_cents = allocated_cents - reserved_cents + 1",
                "budget_never_overdrawn_check|allocated_cents = reserved_cents - 1",
                "budget_not_negative_check|reserved_cents = -1",
                "budget_not_negative_check|spent_cents = -1",
                "budget_waiting_check|waiting_for_funds = -1"
            })
    void refuses_more_money_than_there_is(String constraint, String change) {
        assertRefused(constraint, "update budget set " + change);
    }

    private static final String RESOLVE =
            "insert into budget_entry (period_id, number, type, reserved_cents, spent_cents, registration_id,"
                    + " reference, kommune_ars, resolves_entry_id, booked_at)"
                    + " select period_id, (select max(n.number) + 1 from budget_entry n), '%s', -reserved_cents, %s,"
                    + " registration_id, reference, kommune_ars,"
                    + " id, now() from budget_entry where type = 'RESERVATION' and reference = ?";

    @Test
    void refuses_to_resolve_a_reservation_twice() throws SQLException {
        assertThat(database.writePastTheProgram(RESOLVE.formatted("RELEASE", "0"), confirmed))
                .isEqualTo(1);
        assertRefused("budget_entry_resolved_once", RESOLVE.formatted("RELEASE", "0"), confirmed);
        assertRefused("budget_entry_resolved_once", RESOLVE.formatted("SPENDING", "reserved_cents"), confirmed);
        // Put the totals where the ledger now says they are.
        database.writePastTheProgram("update budget set reserved_cents = 0, entries = 3");
        database.writePastTheProgram("update registration set status = 'NO_SHOW' where reference = ?", confirmed);
        database.writePastTheProgram("update place set taken_by = null where taken_by = ?", confirmed);
        database.writePastTheProgram("update seminar set seats_taken = 0");
    }

    @Test
    void refuses_an_entry_of_the_ledger_that_contradicts_itself() {
        assertRefused("budget_entry_spending_check", RESOLVE.formatted("SPENDING", "reserved_cents - 1"), confirmed);
        assertRefused("budget_entry_release_check", RESOLVE.formatted("RELEASE", "1"), confirmed);
        assertRefused(
                "budget_entry_allocation_check",
                "insert into budget_entry (period_id, number, type, allocated_cents, booked_at) select period_id,"
                        + " 3, 'ADJUSTMENT', 5, now() from budget");
        assertRefused(
                "budget_entry_resolves_check",
                "insert into budget_entry (period_id, number, type, registration_id, reference, kommune_ars,"
                        + " booked_at) select period_id, 3, 'RELEASE', id, reference, kommune_ars, now()"
                        + " from registration"
                        + " where reference = ?",
                confirmed);
        assertRefused(
                "budget_entry_payee_check",
                "insert into budget_entry (period_id, number, type, registration_id, booked_at) select period_id,"
                        + " 3, 'RESERVATION', id, now() from registration where reference = ?",
                confirmed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update budget_entry set reserved_cents = 0",
                "update budget_entry set reason = 'x'",
                "delete from budget_entry"
            })
    void never_changes_the_ledger(String sql) {
        assertRefused("The ledger only grows (R11)", sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "delete from audit_entry where id = 1"
            })
    void never_changes_the_audit_trail(String sql) {
        assertRefused("The audit trail only grows (R26)", sql);
    }

    @Test
    void refuses_staff_without_a_kommune_and_others_with_one() {
        Actor nsi = given.nsi();
        assertRefused(
                "user_account_role_kommune_check",
                "update user_account set kommune_ars = ? where id = ?",
                Given.LANGENHAGEN,
                nsi.userId());
        assertRefused(
                "user_account_role_kommune_check", "update user_account set kommune_ars = null where role = 'KOMMUNE'");
        assertRefused(
                "user_account_role_kommune_check",
                "update user_account set role = 'KOMMUNE' where id = ?",
                nsi.userId());
    }

    @Test
    void refuses_a_kommune_that_cannot_be() {
        assertRefused(
                "kommune_membership_check",
                "update kommune set type = 'MITGLIEDSGEMEINDE' where ars = ?",
                Given.LANGENHAGEN);
        assertRefused(
                "kommune_validity_check",
                "update kommune set valid_to = '2020-12-31' where ars = ?",
                Given.LANGENHAGEN);
        assertRefused(
                "kommune_ars_check",
                "insert into kommune select '99', ags, name, designation, 'X', type, null, landkreis_ags,"
                        + " population, postcode, seat, valid_from, valid_to, successor_ars, search_text from kommune"
                        + " where ars = ?",
                Given.LANGENHAGEN);
        assertRefused("foreign key constraint fails", "delete from kommune where ars = ?", Given.LANGENHAGEN);
    }

    @Test
    void refuses_rules_of_a_programme_that_cannot_be() {
        assertRefused("programme_places_check", "update programme set places_per_kommune = 5");
        assertRefused("programme_rate_check", "update programme set subsidy_rate_basis_points = 10001");
    }
}
