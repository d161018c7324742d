package de.digitallotsen.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The Ministry raises and lowers the budget (R12), and the ledger tells every past day (R11). */
@PortalTest
class AdjustBudgetTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    AdjustBudget adjust;

    @Inject
    BudgetReport report;

    @Test
    void raises_and_lowers_by_an_entry_with_a_reason() {
        Actor ministry = given.ministry();
        adjust.handle(ministry, new AdjustBudget.Command(100_000L, "  Nachtragshaushalt "));
        BudgetTotals totals = adjust.handle(ministry, new AdjustBudget.Command(-30_000L, "Rückgabe"));
        assertThat(totals).isEqualTo(new BudgetTotals(Database.BUDGET_CENTS + 70_000, 0, 0));
        assertThat(database.rows("select type, allocated_cents, reason from budget_entry order by id"))
                .containsExactly(
                        "ALLOCATION 20000000 Erste Zuweisung des Landes",
                        "ADJUSTMENT 100000 Nachtragshaushalt",
                        "ADJUSTMENT -30000 Rückgabe");
        assertThat(database.text("select booked_by from budget_entry where allocated_cents = -30000"))
                .isEqualTo(String.valueOf(ministry.userId()));
    }

    @Test
    void wants_an_amount_and_a_reason() {
        Actor ministry = given.ministry();
        assertThatThrownBy(() -> adjust.handle(ministry, new AdjustBudget.Command(null, null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations())
                                .extracting(v -> v.field())
                                .containsExactly("amountCents", "reason"));
        assertThatThrownBy(() -> adjust.handle(ministry, new AdjustBudget.Command(0L, "x")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> adjust.handle(ministry, new AdjustBudget.Command(AdjustBudget.MOST_CENTS + 1, "x")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> adjust.handle(ministry, new AdjustBudget.Command(1L, "x".repeat(501))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void is_for_the_ministry_alone() {
        AdjustBudget.Command command = new AdjustBudget.Command(1L, "x");
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> adjust.handle(given.nsi(), command));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> adjust.handle(given.staffOf(Given.LANGENHAGEN), command));
        Refused.with(AccessRefusal.NOT_SIGNED_IN, () -> adjust.handle(Actor.anonymous(), command));
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
    }

    @Test
    void reproduces_the_position_of_every_past_day_from_the_ledger() {
        long period = database.number("select id from funding_period");
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        clock.pass(Duration.ofDays(1));
        adjust.handle(given.ministry(), new AdjustBudget.Command(100L, "Mehr"));
        clock.pass(Duration.ofDays(1));
        given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published());
        assertThat(report.sumUntil(period, clock.today().minusDays(3)).totals()).isEqualTo(new BudgetTotals(0, 0, 0));
        assertThat(report.sumUntil(period, clock.today().minusDays(2)))
                .isEqualTo(new BudgetReport.Sums(new BudgetTotals(Database.BUDGET_CENTS, 50_000, 0), 1));
        assertThat(report.sumUntil(period, clock.today().minusDays(1)).totals())
                .isEqualTo(new BudgetTotals(Database.BUDGET_CENTS + 100, 50_000, 0));
        assertThat(report.sumUntil(period, clock.today()))
                .isEqualTo(new BudgetReport.Sums(new BudgetTotals(Database.BUDGET_CENTS + 100, 100_000, 0), 2));
        assertThat(report.sumUntil(period, null)).isEqualTo(report.sumUntil(period, clock.today()));
    }
}
