package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.LeavesBooksWrong;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks are green after everything that people do, and each turns red when somebody writes past the program. */
@PortalTest
@LeavesBooksWrong
class BudgetAuditTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    BudgetAudit audit;

    @Inject
    CancelRegistration cancel;

    @Inject
    CompletedSeminars seminars;

    @Inject
    ClaimFixture claims;

    @Inject
    AdjustBudget adjust;

    /** One of each: attended (and paid), not come, cancelled, confirmed, waiting for a seat, waiting for money. */
    @BeforeEach
    void everything_has_happened() {
        List<Actor> staff = given.staffOfKommunen(8);
        long held = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        String came = given.registered(staff.get(0), held);
        given.registered(staff.get(1), held);
        clock.pass(Duration.ofDays(7));
        seminars.closed(given.nsi(), held, Set.of(came));
        claims.paid();
        long full = given.aSeminar().withSeats(1).published();
        cancel.handle(staff.get(2), given.registered(staff.get(2), full));
        given.registered(staff.get(3), full);
        given.registeredOrWaiting(staff.get(4), full);
        adjust.handle(given.ministry(), new AdjustBudget.Command(-Database.BUDGET_CENTS + 149_999, "Für den Test"));
        given.registeredOrWaiting(staff.get(5), given.aSeminar().published());
        assertThat(database.rows("select distinct concat_ws(' ', status, waiting_reason) from registration order by 1"))
                .containsExactly("ATTENDED", "CANCELLED", "CONFIRMED", "NO_SHOW", "WAITING FUNDS", "WAITING SEATS");
    }

    private List<String> red() {
        return audit.run().checks().stream()
                .filter(check -> !check.ok())
                .map(BudgetAudit.Check::name)
                .toList();
    }

    @Test
    void is_green_after_everything_that_people_do() {
        BudgetAudit.Result result = audit.run();
        assertThat(red()).isEmpty();
        assertThat(result.consistent()).isTrue();
        assertThat(result.checks()).hasSize(23);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update budget set allocated_cents = allocated_cents + 1|zugewiesen = Summe",
                "update budget set reserved_cents = reserved_cents - 1|gebunden = Summe",
                "update budget set spent_cents = spent_cents - 1|festgestellt = Summe",
                "update budget set waiting_for_funds = waiting_for_funds + 1|auf Fördermittel Wartende",
                "update seminar set seats_taken = seats_taken + 1"
                        + " where seats_taken < capacity|belegte Plätze = bestätigte",
                "update seminar set seats_taken = seats_taken - 1 where seats_taken > 0|belegte Plätze = bestätigte",
                "update seminar set waiting_count = waiting_count + 1|Warteliste = wartende",
                "update programme set places_per_kommune = 1|mehr Förderplätze, als das Programm gewährt",
                "update place set taken_by = null"
                        + " where taken_by is not null|jede laufende Anmeldung hält ihren Förderplatz",
                "update place set taken_by = 'ABCDEFGH' where taken_by is null"
                        + " and place_number = 2 limit 1|kein Förderplatz ist ohne laufende",
                "update registration set fee_cents = fee_cents + 2, subsidy_cents = subsidy_cents + 1"
                        + " where status = 'CONFIRMED'|jede bestätigte Anmeldung bindet genau",
                "update registration set fee_cents = fee_cents + 2, subsidy_cents = subsidy_cents + 1"
                        + " where status = 'ATTENDED'|jede Teilnahme ist genau einmal festgestellt",
                "update claim set amount_cents = amount_cents + 1|abgerufen = Summe der Mittelabrufe",
                "update claim set amount_cents = amount_cents + 1 where status = 'PAID'|gezahlt = Summe der Zahlungen",
                "update claim set status = 'SUBMITTED', approved_at = null, approved_by = null, paid_at = null,"
                        + " paid_by = null|der Verlauf jedes Mittelabrufs endet mit seinem Stand",
                "update registration set status = 'NO_SHOW'"
                        + " where status = 'CONFIRMED'|wer wartet, storniert hat oder nicht erschien"
            })
    void turns_red_when_somebody_writes_past_the_program(String sql, String check) throws SQLException {
        assertThat(database.writePastTheProgram(sql)).isPositive();
        assertThat(audit.run().consistent()).isFalse();
        assertThat(red()).anyMatch(name -> name.contains(check));
    }
}
