package de.digitallotsen.budget;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;

/**
 * What is reserved and spent has reached a threshold of the programme, or has come back below it. Fired once per
 * threshold and direction by {@link WatchBudget}, in its transaction; whoever sends mails observes it.
 *
 * @param percent of what is allocated
 * @param upward true if the threshold was reached, false if the money came back below it
 * @param highest of those that were reached at once: one mail tells of all of them
 * @param totals as they stood when it was noticed, in cents
 */
public record BudgetThresholdCrossed(long periodId, int percent, boolean upward, boolean highest, BudgetTotals totals)
        implements Audited {

    @Override
    public AuditedChange audited() {
        String action = upward ? "budget.threshold-reached" : "budget.threshold-left";
        return AuditedChange.of(Actor.portal(), action, "budget", periodId)
                .to(
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
