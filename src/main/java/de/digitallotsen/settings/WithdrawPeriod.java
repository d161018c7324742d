package de.digitallotsen.settings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetAdjustment;
import de.digitallotsen.places.PlaceGrants;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * The Ministry withdraws a period that was opened by mistake and never used. Nothing is deleted: an entry takes its
 * money out again, and its ledger can be read for ever (R11, R35). Its days are free for another period.
 */
@UseCase
public class WithdrawPeriod {

    /** The ledger's reason says what happened, too. */
    public static final int LONGEST_REASON = 400;

    private final FundingPeriods periods;
    private final PeriodUse use;
    private final Budget budget;
    private final BudgetAdjustment adjustment;
    private final PlaceGrants grants;
    private final Clock clock;
    private final Event<Audited> changes;

    WithdrawPeriod(
            FundingPeriods periods,
            PeriodUse use,
            Budget budget,
            BudgetAdjustment adjustment,
            PlaceGrants grants,
            Clock clock,
            Event<Audited> changes) {
        this.periods = periods;
        this.use = use;
        this.budget = budget;
        this.adjustment = adjustment;
        this.grants = grants;
        this.clock = clock;
        this.changes = changes;
    }

    /** @param reason why, for ledger and audit trail; 1 to {@value #LONGEST_REASON} characters */
    public record Command(String reason) {}

    /**
     * Why it cannot be withdrawn as things stand; empty if it could be.
     *
     * @throws RefusedException NOT_FOUND
     */
    public Optional<RefusedException> refusal(Actor actor, long periodId) {
        actor.requireToRead(Role.MINISTRY);
        return refusal(require(periodId));
    }

    /**
     * The row of the period is held first: whoever publishes a seminar in it waits, and then finds no period; whoever
     * was faster is seen here. Then the budget's, on which every booking waits.
     *
     * @throws RefusedException NOT_FOUND, PERIOD_WITHDRAWN, PERIOD_IN_USE
     */
    public void handle(Actor actor, long periodId, Command command) {
        actor.require(Role.MINISTRY);
        Input input = new Input();
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        input.throwIfWrong();
        FundingPeriod period = require(periodId);
        periods.lock(period.programme());
        takeBackPlaces(period);
        boolean withdrawn = periods.withdraw(period, clock.instant());
        long was = budget.lock(periodId).allocated();
        if (!withdrawn) {
            throw refusal(period).orElseThrow();
        }
        List<String> uses = use.of(period);
        if (!uses.isEmpty()) {
            throw inUse(period, uses);
        }
        if (was != 0) {
            adjustment.book(actor, periodId, -was, "Förderzeitraum zurückgezogen: " + reason);
        }
        budget.close(periodId);
        changes.fire(AuditedChange.of(actor, "period.withdrawn", "period", periodId)
                .from("allocatedCents", was)
                .to("allocatedCents", 0L, "reason", reason));
    }

    private FundingPeriod require(long periodId) {
        return periods.findByIdOptional(periodId).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    /** Only where places are counted by period does it have any of its own. */
    private void takeBackPlaces(FundingPeriod period) {
        long scope = period.programme().placeScope(period.id());
        if (scope == period.id()) {
            grants.lock(period.programme());
            grants.abandon(period.programme(), List.of(scope));
        }
    }

    private Optional<RefusedException> refusal(FundingPeriod period) {
        if (period.isWithdrawn()) {
            return Optional.of(new RefusedException(SettingsRefusal.PERIOD_WITHDRAWN, "period", period.name()));
        }
        List<String> uses = use.of(period);
        return uses.isEmpty() ? Optional.empty() : Optional.of(inUse(period, uses));
    }

    private static RefusedException inUse(FundingPeriod period, List<String> uses) {
        return new RefusedException(
                SettingsRefusal.PERIOD_IN_USE, "period", period.name(), "uses", String.join(" ", uses));
    }
}
