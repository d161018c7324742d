package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PortalTest
class BudgetPositionTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    BudgetPosition position;

    @Inject
    BudgetReport report;

    @Inject
    AdjustBudget adjust;

    @Inject
    CancelRegistration cancel;

    @Inject
    FundingPeriods periods;

    @Inject
    Budget budget;

    @Test
    void a_day_ends_at_midnight_in_berlin() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        Actor ministry = given.ministry();
        long seminar = given.aSeminar().published();
        clock.set(Instant.parse("2027-02-03T22:59:59.999999Z"));
        String reference = given.registered(staff, seminar);
        clock.set(Instant.parse("2027-02-03T23:00:00Z"));
        cancel.handle(staff, reference);
        assertThat(position.of(ministry, LocalDate.of(2027, 2, 2)).totals().reserved())
                .isZero();
        assertThat(position.of(ministry, LocalDate.of(2027, 2, 3)).totals().reserved())
                .isEqualTo(50_000);
        assertThat(position.of(ministry, LocalDate.of(2027, 2, 3)).at())
                .isEqualTo(Instant.parse("2027-02-03T23:00:00Z"));
        assertThat(position.of(ministry, LocalDate.of(2027, 2, 4)).totals().reserved())
                .as("today")
                .isZero();
        assertThat(position.of(ministry, LocalDate.of(2027, 2, 4)).at()).isEqualTo(clock.instant());
    }

    @Test
    void summer_time_begins_and_ends_on_the_right_day() {
        Actor ministry = given.ministry();
        for (String instant : List.of(
                "2027-03-27T23:30:00Z",
                "2027-03-28T21:59:59Z",
                "2027-03-28T22:00:00Z",
                "2027-10-30T22:30:00Z",
                "2027-10-31T22:59:59Z",
                "2027-10-31T23:00:00Z")) {
            clock.set(Instant.parse(instant));
            adjust.handle(ministry, new AdjustBudget.Command(1L, instant));
        }
        clock.pass(Duration.ofDays(5));
        Course course = position.overview(ministry, null).course();
        for (String expected : List.of(
                "2027-03-27 0", "2027-03-28 2", "2027-03-29 3", "2027-10-30 3", "2027-10-31 5", "2027-11-01 6")) {
            LocalDate day = LocalDate.parse(expected.split(" ")[0]);
            long more = Long.parseLong(expected.split(" ")[1]);
            assertThat(position.of(ministry, day).totals().allocated())
                    .as("%s", day)
                    .isEqualTo(Database.BUDGET_CENTS + more);
            assertThat(course.at(day).totals().allocated())
                    .as("course %s", day)
                    .isEqualTo(Database.BUDGET_CENTS + more);
        }
    }

    @Test
    void a_day_to_come_is_refused_and_before_the_first_booking_there_is_nothing() {
        Actor ministry = given.ministry();
        assertThatThrownBy(() -> position.of(ministry, clock.today().plusDays(1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> position.overview(ministry, clock.today().plusDays(1)))
                .isInstanceOf(InvalidInputException.class);
        BudgetPosition.Position before = position.of(ministry, LocalDate.of(2026, 12, 31));
        assertThat(before.totals()).isEqualTo(BudgetTotals.zero());
        assertThat(before.fundedRegistrations()).isZero();
        assertThat(before.warningPercent()).isZero();
        assertThat(position.of(ministry, LocalDate.of(1999, 1, 1)).totals()).isEqualTo(BudgetTotals.zero());
    }

    @Test
    void the_period_of_the_last_day_pays_for_a_seminar_across_the_boundary() {
        FundingPeriod next = QuarkusTransaction.requiringNew().call(() -> {
            FundingPeriod period = FundingPeriod.of(
                    periods.listAll().get(0).programme(), "2029", LocalDate.of(2029, 1, 1), LocalDate.of(2029, 12, 31));
            periods.persistAndFlush(period);
            budget.open(Actor.portal(), period, 100_000, "Vorab zugewiesen");
            return period;
        });
        Actor ministry = given.ministry();
        clock.set(Instant.parse("2028-12-01T08:00:00Z"));
        long across = given.aSeminar()
                .beginningOn(LocalDate.of(2028, 12, 30))
                .lasting(4)
                .closesAt(Instant.parse("2028-12-20T08:00:00Z"))
                .fee(99_999)
                .published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), across);
        assertThat(position.of(ministry, null).totals().reserved())
                .as("the period of the first days pays nothing")
                .isZero();
        assertThat(report.sumUntil(next.id(), null).totals()).isEqualTo(new BudgetTotals(100_000, 49_999, 0));
        assertThat(database.text(
                        "select concat(subsidy_cents, ' ', own_share_cents) from registration where reference = ?",
                        reference))
                .as("the odd cent")
                .isEqualTo("49999 50000");
        clock.set(Instant.parse("2029-01-10T08:00:00Z"));
        BudgetPosition.Position now = position.of(ministry, null);
        assertThat(now.period().id()).isEqualTo(next.id());
        assertThat(now.totals().reserved()).isEqualTo(49_999);
        BudgetPosition.Position lastDay = position.of(ministry, LocalDate.of(2028, 12, 31));
        assertThat(lastDay.period().name()).as("what was shown on that day").isNotEqualTo("2029");
        assertThat(lastDay.totals()).isEqualTo(new BudgetTotals(Database.BUDGET_CENTS, 0, 0));
    }

    @Test
    void says_what_is_waited_for_the_average_and_the_threshold() {
        Actor ministry = given.ministry();
        adjust.handle(ministry, new AdjustBudget.Command(-Database.BUDGET_CENTS + 105_000, "Knapp"));
        long odd = given.aSeminar().fee(99_999).published();
        long even = given.aSeminar().published();
        List<Actor> staff = given.staffOfKommunen(4);
        given.registered(staff.get(0), odd);
        given.registered(staff.get(1), even);
        given.registeredOrWaiting(staff.get(2), even);
        given.registeredOrWaiting(staff.get(3), odd);
        BudgetPosition.Position now = position.of(ministry, null);
        assertThat(now.fundedRegistrations()).isEqualTo(2);
        assertThat(now.averageSubsidyCents()).as("99,999 by two, half up").isEqualTo(50_000);
        assertThat(now.waitingSum()).isEqualTo(new WaitingForFunds.Sum(2, 99_999));
        assertThat(now.waiting()).extracting(WaitingForFunds.Line::seminarId).containsExactlyInAnyOrder(odd, even);
        assertThat(now.totals().usedPercent()).isEqualTo(95);
        assertThat(now.warningPercent()).isEqualTo(95);
        assertThat(position.overview(ministry, null).consistent()).isTrue();
    }

    @Test
    @de.digitallotsen.LeavesBooksWrong
    void notices_totals_that_are_not_the_sums() throws java.sql.SQLException {
        database.writePastTheProgram("update budget set spent_cents = spent_cents + 1");
        assertThat(position.overview(given.ministry(), null).consistent()).isFalse();
    }

    @Test
    void is_for_nsi_and_ministry() {
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> position.of(given.staffOf(Given.LANGENHAGEN), null));
        Refused.with(AccessRefusal.NOT_SIGNED_IN, () -> position.overview(Actor.anonymous(), null));
        assertThat(position.of(given.nsi(), null).totals().allocated()).isEqualTo(Database.BUDGET_CENTS);
    }
}
