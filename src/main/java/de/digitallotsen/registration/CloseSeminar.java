package de.digitallotsen.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.funding.Budget;
import de.digitallotsen.funding.Places;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.inject.Singleton;

/**
 * The NSI settles a seminar that was held (R10, R20): who attended keeps the place and the money is spent; who did not come
 * frees both, and the money goes to those who wait for it (R14); who still waited leaves the list. All of it in one transaction.
 */
@UseCase
public class CloseSeminar {

    private final Registrations registrations;
    private final Journal journal;
    private final Seminars seminars;
    private final Settlement settlement;

    CloseSeminar(Registrations registrations, Journal journal, Seminars seminars, Settlement settlement) {
        this.registrations = registrations;
        this.journal = journal;
        this.seminars = seminars;
        this.settlement = settlement;
    }

    /** Where a settled registration leaves its traces. */
    @Singleton
    static class Settlement {
        private final Places places;
        private final Budget budget;
        private final SeatAllocation allocation;

        Settlement(Places places, Budget budget, SeatAllocation allocation) {
            this.places = places;
            this.budget = budget;
            this.allocation = allocation;
        }
    }

    /**
     * @param attended references of those who were there on enough days; one that only waited has no seat and leaves the list
     * @throws RefusedException SEMINAR_NOT_CHANGEABLE unless it is published and its last day has passed
     */
    public void handle(Actor actor, long seminarId, Set<String> attended) {
        actor.require(Role.NSI);
        List<Registration> live = registrations.list("from Registration r join fetch r.kommune where r.seminar.id = ?1 and r.status in (CONFIRMED, WAITING) order by r.id", seminarId);
        live.stream().filter(registration -> !(registration.status() == RegistrationStatus.CONFIRMED && attended.contains(registration.reference())))
                .forEach(registration -> settlement.places.free(registration.reference()));
        Set<Long> periods = live.stream().map(Registration::periodId).collect(Collectors.toSet());
        // Money will come free: the rows of those who wait for it are taken with the seminar's own, before the budget's.
        Set<Long> rows = new HashSet<>(Set.of(seminarId));
        periods.forEach(period -> rows.addAll(registrations.openSeminarsWaitingForFunds(period, journal.now())));
        seminars.lock(rows);
        seminars.close(seminarId, journal.now());
        live.forEach(registrations::lockAndRefresh);
        // Whoever cancelled in the meantime has nothing left to settle.
        live.stream().filter(Registration::isCancellable).forEach(registration -> settle(actor, registration, attended.contains(registration.reference())));
        periods.forEach(period -> settlement.allocation.serve(period, null));
    }

    private void settle(Actor actor, Registration registration, boolean present) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        if (was.status() == RegistrationStatus.WAITING) {
            registration.cancel(journal.now());
            seminars.leaveQueue(registration.seminar().id());
            settlement.budget.changeQueue(registration.periodId(), was.waitingReason() == WaitingReason.FUNDS ? -1 : 0);
            journal.changed(actor, RegistrationEvent.Kind.CANCELLED, registration, was);
        } else if (present) {
            registration.attend();
            settlement.budget.spend(actor, registration.periodId(), registration.payee());
            journal.changed(actor, RegistrationEvent.Kind.ATTENDED, registration, was);
        } else {
            registration.missOut();
            seminars.freeSeat(registration.seminar().id());
            settlement.budget.release(actor, registration.periodId(), registration.payee());
            journal.changed(actor, RegistrationEvent.Kind.NO_SHOW, registration, was);
        }
    }
}
