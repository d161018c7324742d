package de.digitallotsen.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;

/** The funding periods with their money, for the Ministry. */
@ApplicationScoped
public class PeriodSearch {

    private final FundingPeriods periods;
    private final Budget budget;
    private final Clock clock;

    PeriodSearch(FundingPeriods periods, Budget budget, Clock clock) {
        this.periods = periods;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * A period with its money, in cents. Days are those of Berlin.
     *
     * @param begun its first day has come
     * @param ended its last day is over: what it has left can be carried over
     * @param withdrawnAt since when it pays for nothing; null while it is in force
     */
    public record PeriodMoney(
            long id,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            BudgetTotals totals,
            boolean begun,
            boolean ended,
            Instant withdrawnAt) {}

    /** For when it all holds, UTC. */
    public Instant now() {
        return clock.instant();
    }

    /** All of them, in order, withdrawn ones too. */
    public List<PeriodMoney> all(Actor actor) {
        actor.requireToRead(Role.MINISTRY);
        LocalDate today = SystemClock.today(clock);
        return periods.all().stream()
                .map(period -> new PeriodMoney(
                        period.id(),
                        period.name(),
                        period.firstDay(),
                        period.lastDay(),
                        budget.totals(period.id()),
                        !period.firstDay().isAfter(today),
                        period.hasEnded(today),
                        period.withdrawnAt()))
                .toList();
    }

    /** @throws RefusedException NOT_FOUND if there is no such period */
    public PeriodMoney require(Actor actor, long id) {
        return all(actor).stream()
                .filter(period -> period.id() == id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }
}
