package de.digitallotsen.registration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.UseCase;
import io.quarkus.scheduler.Scheduled;

/**
 * Tells those who still wait when the deadline of their seminar has passed that the portal promotes nobody any more
 * (R14). Once for each: a later deadline gives them another turn, and its end another notice. Whoever was held back by
 * them only, because they came earlier for the same money, has it from now on.
 */
@UseCase
public class EndPromotion {

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
            journal.reread(registration);
            if (registration.status() == RegistrationStatus.WAITING && registrations.notToldYet(registration)) {
                journal.changed(
                        Actor.portal(),
                        RegistrationEvent.Kind.PROMOTION_ENDED,
                        registration,
                        RegistrationChanged.State.of(registration));
                told++;
            }
        }
        if (told > 0) {
            periods.forEach(period -> allocation.serve(period, null));
        }
        return told;
    }
}
