package de.digitallotsen.settings;

import java.time.Clock;
import java.time.LocalDate;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetAdjustment;
import de.digitallotsen.budget.CarriedAmounts;
import de.digitallotsen.budget.FundsRelease;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;

/**
 * The Ministry carries what an ended period has left over into the period of today, or else the next one: two entries
 * with a reason, both or neither, each leading to the other (R35), and never more than is available there (R12). What
 * is still reserved in the old period stays there. The money goes at once to those who wait for it (R14).
 */
@UseCase
public class CarryOver {

    /** The ledger's reason names the other period, too. */
    public static final int LONGEST_REASON = 400;

    private final FundingPeriods periods;
    private final BudgetAdjustment adjustment;
    private final CarriedAmounts carried;
    private final FundsRelease release;
    private final Clock clock;

    CarryOver(
            FundingPeriods periods,
            BudgetAdjustment adjustment,
            CarriedAmounts carried,
            FundsRelease release,
            Clock clock) {
        this.periods = periods;
        this.adjustment = adjustment;
        this.carried = carried;
        this.release = release;
        this.clock = clock;
    }

    /**
     * @param amountCents 1 to {@link AdjustBudget#MOST_CENTS}
     * @param reason why, for both entries; 1 to {@value #LONGEST_REASON} characters
     */
    public record Command(Long amountCents, String reason) {}

    /**
     * Into which period money could be carried today.
     *
     * @throws RefusedException NOT_FOUND; PERIOD_NOT_ENDED: until then it needs its money itself; NO_LATER_PERIOD
     */
    public FundingPeriod target(Actor actor, long periodId) {
        actor.require(Role.MINISTRY);
        return into(from(periodId));
    }

    /** @throws RefusedException NOT_FOUND, PERIOD_NOT_ENDED, NO_LATER_PERIOD, BUDGET_BELOW_COMMITTED (R12) */
    public void handle(Actor actor, long periodId, Command command) {
        actor.require(Role.MINISTRY);
        FundingPeriod from = from(periodId);
        Input input = new Input();
        Long amount = input.euro("amountCents", "Betrag in Euro", command.amountCents(), 1, AdjustBudget.MOST_CENTS);
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        input.throwIfWrong();
        FundingPeriod to = into(from);
        release.announce(to.id());
        long outgoing =
                adjustment.book(actor, from.id(), -amount, "Übertrag in den Zeitraum " + to.name() + ": " + reason);
        long incoming =
                adjustment.book(actor, to.id(), amount, "Übertrag aus dem Zeitraum " + from.name() + ": " + reason);
        carried.tie(outgoing, incoming);
        release.complete(to.id());
    }

    private FundingPeriod from(long periodId) {
        return periods.findByIdOptional(periodId).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    private FundingPeriod into(FundingPeriod from) {
        LocalDate today = SystemClock.today(clock);
        if (!from.hasEnded(today)) {
            throw new RefusedException(
                    SettingsRefusal.PERIOD_NOT_ENDED, "period", from.name(), "lastDay", from.lastDay());
        }
        return periods.current(today)
                .filter(period -> !period.hasEnded(today))
                .orElseThrow(() -> new RefusedException(SettingsRefusal.NO_LATER_PERIOD, "period", from.name()));
    }
}
