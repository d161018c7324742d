package de.digitallotsen.budget;

import de.digitallotsen.shared.Actor;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks from time to time at the budget's thresholds ({@link WatchBudget}). */
@ApplicationScoped
class BudgetWatch {

    private final WatchBudget watch;

    BudgetWatch(WatchBudget watch) {
        this.watch = watch;
    }

    @Scheduled(
            identity = "budget-watch",
            every = "{digitallotsen.budget.watch-every}",
            delayed = "{digitallotsen.jobs.first-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        watch.handle(Actor.portal());
    }
}
