package de.digitallotsen.budget;

import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.OverriddenChange;

/**
 * What is reserved and spent has reached a threshold of the programme, or has come back below it. Fired once per
 * threshold and direction by {@link WatchBudget}, in its transaction; whoever sends mails observes it.
 *
 * @param percent of what is allocated
 * @param upward true if the threshold was reached, false if the money came back below it
 * @param totals as they stood when it was noticed
 */
public record BudgetThresholdCrossed(long periodId, int percent, boolean upward, BudgetTotals totals)
        implements OverriddenChange {

    @Override
    public Actor actor() {
        return Actor.portal();
    }

    @Override
    public String action() {
        return upward ? "budget.threshold-reached" : "budget.threshold-left";
    }

    @Override
    public String subjectType() {
        return "budget";
    }

    @Override
    public String subjectId() {
        return String.valueOf(periodId);
    }

    @Override
    public Map<String, Object> after() {
        return Map.of(
                "thresholdPercent",
                percent,
                "allocatedCents",
                totals.allocated(),
                "reservedCents",
                totals.reserved(),
                "spentCents",
                totals.spent());
    }
}
