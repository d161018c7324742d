package de.digitallotsen.budget;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Raises or lowers what is allocated to a period, whoever wants it: under the lock of its row, by an entry with a
 * reason, and told with what it was before (R12, R26).
 */
@ApplicationScoped
public class BudgetAdjustment {

    private final Budget budget;
    private final Event<Audited> changes;

    BudgetAdjustment(Budget budget, Event<Audited> changes) {
        this.budget = budget;
        this.changes = changes;
    }

    /**
     * Locks the budget until the end of the transaction; rows of seminars have to be taken before
     * ({@link FundsRelease}).
     *
     * @param amountCents negative lowers
     * @return the id of the entry
     * @throws de.digitallotsen.shared.RefusedException BUDGET_BELOW_COMMITTED if it would fall below what is reserved
     *     and spent
     */
    public long book(Actor actor, long periodId, long amountCents, String reason) {
        long was = budget.lock(periodId).allocated();
        long entry = budget.adjust(actor, periodId, amountCents, reason);
        changes.fire(AuditedChange.of(actor, "budget.adjusted", "budget", periodId)
                .from("allocatedCents", was)
                .to("allocatedCents", budget.totals(periodId).allocated(), "reason", reason));
        return entry;
    }
}
