package de.digitallotsen.budget;

import java.time.Clock;

import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;

/**
 * The Ministry raises or lowers the budget of the current period by an entry with a reason (R12). Money that comes in
 * goes at once to those who wait for it (R14).
 */
@UseCase
public class AdjustBudget {

    /** One billion euros: more is a slip of the hand. */
    public static final long MOST_CENTS = 100_000_000_000L;
    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private final FundingPeriods periods;
    private final Budget budget;
    private final BudgetAdjustment adjustment;
    private final FundsRelease release;
    private final Clock clock;

    AdjustBudget(
            FundingPeriods periods, Budget budget, BudgetAdjustment adjustment, FundsRelease release, Clock clock) {
        this.periods = periods;
        this.budget = budget;
        this.adjustment = adjustment;
        this.release = release;
        this.clock = clock;
    }

    /**
     * @param amountCents by how much; negative lowers; not 0, and not more than {@value #MOST_CENTS} either way
     * @param reason why, for the ledger; 1 to {@value #LONGEST_REASON} characters
     */
    public record Command(Long amountCents, String reason) {}

    /**
     * @return the totals after the adjustment and after handing freed money on
     * @throws RefusedException BUDGET_BELOW_COMMITTED if it would fall below what is reserved and spent (R12),
     *     NOT_FOUND without any period
     * @throws de.digitallotsen.shared.InvalidInputException for another amount or no reason
     */
    public BudgetTotals handle(Actor actor, Command command) {
        actor.require(Role.MINISTRY);
        Input input = new Input();
        Long amount = input.euro("amountCents", "Betrag in Euro", command.amountCents(), -MOST_CENTS, MOST_CENTS);
        input.check(amount == null || amount != 0, "amountCents", "budget.amount-zero");
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        input.throwIfWrong();
        long period = periods.requireCurrent(SystemClock.today(clock)).id();

        if (amount > 0) {
            release.announce(period);
        }
        adjustment.book(actor, period, amount, reason);
        if (amount > 0) {
            release.complete(period);
        }
        return budget.totals(period);
    }
}
