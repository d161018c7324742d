package de.digitallotsen.funding;

import de.digitallotsen.shared.Actor;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks from time to time at the budget's thresholds ({@link WatchBudget}), and whether others than first persons are
 * funded again.
 */
@ApplicationScoped
class BudgetWatch {

    private final WatchBudget watch;
    private final PreferFirstPersons firstPersons;

    BudgetWatch(WatchBudget watch, PreferFirstPersons firstPersons) {
        this.watch = watch;
        this.firstPersons = firstPersons;
    }

    @Scheduled(
            identity = "budget-watch",
            every = "{digitallotsen.budget.watch-every}",
            delayed = "{digitallotsen.jobs.first-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        watch.handle(Actor.portal());
    }

    @Scheduled(
            identity = "first-persons-over",
            every = "{digitallotsen.budget.watch-every}",
            delayed = "{digitallotsen.jobs.first-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endFirstPersons() {
        firstPersons.endWhatIsOver();
    }
}
