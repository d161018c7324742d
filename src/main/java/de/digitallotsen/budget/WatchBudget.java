package de.digitallotsen.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/**
 * Notices that the money of a period has reached one of the programme's thresholds or has come back below it, and tells
 * it once. Looks at the totals from time to time instead of at every booking: the budget's row is the hottest of all,
 * and a warning may come a minute later.
 */
@UseCase
public class WatchBudget {

    private final FundingPeriods periods;
    private final Budget budget;
    private final EntityManager database;
    private final Clock clock;
    private final Event<Audited> changes;

    WatchBudget(FundingPeriods periods, Budget budget, EntityManager database, Clock clock, Event<Audited> changes) {
        this.periods = periods;
        this.budget = budget;
        this.database = database;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * Looks at every period that has not ended: what an ended one has left can only be carried over, and that is no
     * alarm.
     */
    public void handle(Actor actor) {
        actor.require();
        LocalDate today = SystemClock.today(clock);
        for (FundingPeriod period : periods.list(
                "from FundingPeriod p join fetch p.programme where p.withdrawnAt is null and p.lastDay >= ?1"
                        + " order by p.firstDay",
                today)) {
            BudgetTotals totals = budget.totals(period.id());
            List<Integer> percents = period.programme().warningPercents();
            int highest = percents.stream()
                    .filter(percent -> isReached(percent, totals) && !stands(period.id(), percent))
                    .max(Integer::compare)
                    .orElse(0);
            percents.forEach(percent -> compare(period.id(), percent, percent == highest, totals));
        }
    }

    private void compare(long periodId, int percent, boolean highest, BudgetTotals totals) {
        boolean reached = isReached(percent, totals);
        if (stands(periodId, percent) != reached && move(periodId, percent, reached)) {
            changes.fire(new BudgetThresholdCrossed(periodId, percent, reached, highest, totals));
        }
    }

    private static boolean isReached(int percent, BudgetTotals totals) {
        return totals.allocated() > 0 && totals.usedPercent() >= percent;
    }

    /** A threshold that was never looked at before stands below. */
    private boolean stands(long periodId, int percent) {
        return !database.createNativeQuery(
                        "select 1 from budget_warning where period_id = ?1 and percent = ?2 and reached")
                .setParameter(1, periodId)
                .setParameter(2, percent)
                .getResultList()
                .isEmpty();
    }

    /** Of several portals that notice it at once, one wins. */
    private boolean move(long periodId, int percent, boolean reached) {
        database.createNativeQuery("insert ignore into budget_warning (period_id, percent, reached, since)"
                        + " values (?1, ?2, false, ?3)")
                .setParameter(1, periodId)
                .setParameter(2, percent)
                .setParameter(3, clock.instant())
                .executeUpdate();
        return database.createNativeQuery("update budget_warning set reached = ?1, since = ?2 where period_id = ?3"
                                + " and percent = ?4 and reached = ?5")
                        .setParameter(1, reached)
                        .setParameter(2, clock.instant())
                        .setParameter(3, periodId)
                        .setParameter(4, percent)
                        .setParameter(5, !reached)
                        .executeUpdate()
                == 1;
    }
}
