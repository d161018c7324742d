package de.digitallotsen.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;

/** The financing plan of a period with everything that was changed about it, for the Ministry. */
@ApplicationScoped
public class PlanSearch {

    private final FundingPlans plans;
    private final ClaimSearch periods;
    private final Budget budget;
    private final Clock clock;

    PlanSearch(FundingPlans plans, ClaimSearch periods, Budget budget, Clock clock) {
        this.plans = plans;
        this.periods = periods;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * Where the plan of a period stands.
     *
     * @param begun the first day has come: the plan is frozen, changes need a reason
     * @param allocatedCents what the ledger holds now
     * @param versions the newest first; empty if none was entered
     */
    public record PlanOfPeriod(
            long periodId,
            String period,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean begun,
            long allocatedCents,
            List<FundingPlan> versions) {
        /** The one in force, or null. */
        public FundingPlan current() {
            return versions.isEmpty() ? null : versions.get(0);
        }

        /** A change needs a reason. */
        public boolean frozen() {
            return begun && !versions.isEmpty();
        }
    }

    /** @throws de.digitallotsen.shared.RefusedException NOT_FOUND if there is no such period */
    public PlanOfPeriod of(Actor actor, long periodId) {
        actor.requireToRead(Role.MINISTRY);
        FundingPeriod period = periods.period(periodId);
        return new PlanOfPeriod(
                period.id(),
                period.name(),
                period.firstDay(),
                period.lastDay(),
                !period.firstDay().isAfter(SystemClock.today(clock)),
                budget.totals(period.id()).allocated(),
                plans.versions(period.id()));
    }
}
