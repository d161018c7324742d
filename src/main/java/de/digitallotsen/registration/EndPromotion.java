package de.digitallotsen.registration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.seminar.SeatsOrDeadlineChanged;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.UseCase;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

/**
 * Tells those who still wait when the deadline of their seminar has passed that the portal promotes nobody any more
 * (R14). Once for each: a later deadline gives them another turn, and its end another notice. Whoever was held back by
 * them only, because they came earlier for the same money, has it from now on.
 */
@UseCase
public class EndPromotion {

    /** Observers without a priority have 2,500: first seats and money are given to whose turn it is. */
    private static final int AFTER_SERVING = 3_000;

    private final Registrations registrations;
    private final SeatAllocation allocation;
    private final Journal journal;

    EndPromotion(Registrations registrations, SeatAllocation allocation, Journal journal) {
        this.registrations = registrations;
        this.allocation = allocation;
        this.journal = journal;
    }

    /** Every minute, or as configured. */
    @Scheduled(
            every = "{digitallotsen.end-promotion.every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void scheduled() {
        handle();
    }

    /** Tells whoever was not told yet; harmless when several instances do so at once. */
    public int handle() {
        List<Registration> late = registrations.waitingPastDeadline(journal.now());
        List<Long> seminars =
                late.stream().map(registration -> registration.seminar().id()).toList();
        Set<Long> periods = late.stream().map(Registration::periodId).collect(Collectors.toSet());
        periods.forEach(period -> allocation.lock(period, seminars));
        int told = 0;
        for (Registration registration : late) {
            told += tell(Actor.portal(), registration, null) ? 1 : 0;
        }
        if (told > 0) {
            periods.forEach(period -> allocation.serve(period, null));
        }
        return told;
    }

    /**
     * A deadline that was moved into the past ends the wait at once, in the transaction that moves it: who moves it
     * sees beforehand to whom that is said (R29), and nobody learns of it from a job a minute later.
     */
    void tellAtOnce(@Observes @Priority(AFTER_SERVING) SeatsOrDeadlineChanged event) {
        registrations.waitingPastDeadline(journal.now()).stream()
                .filter(registration -> registration.seminar().id() == event.seminarId())
                .forEach(registration -> tell(event.actor(), registration, event.message()));
    }

    private boolean tell(Actor actor, Registration registration, String message) {
        journal.reread(registration);
        if (registration.status() != RegistrationStatus.WAITING || !registrations.notToldYet(registration)) {
            return false;
        }
        journal.changed(
                actor,
                RegistrationEvent.Kind.PROMOTION_ENDED,
                registration,
                RegistrationChanged.State.of(registration),
                message);
        return true;
    }
}
