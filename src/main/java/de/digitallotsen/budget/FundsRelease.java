package de.digitallotsen.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Tells whoever hands money on that some of it comes free (R14). First {@link #announce}, then the change under the
 * budget's lock, then {@link #complete}: rows of seminars have to be taken before the budget's.
 */
@ApplicationScoped
public class FundsRelease {

    private final Event<FundsAboutToBeFreed> announced;
    private final Event<FundsFreed> completed;

    FundsRelease(Event<FundsAboutToBeFreed> announced, Event<FundsFreed> completed) {
        this.announced = announced;
        this.completed = completed;
    }

    /** Money of this period is about to come free. */
    public void announce(long periodId) {
        announced.fire(new FundsAboutToBeFreed(periodId));
    }

    /** It is free: those who wait for it are served within the same transaction. */
    public void complete(long periodId) {
        completed.fire(new FundsFreed(periodId));
    }
}
