package de.digitallotsen.registration;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import de.digitallotsen.funding.Budget;
import de.digitallotsen.funding.Places;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.inject.Singleton;

/**
 * The Kommune (or the NSI for it) cancels a registration, free of charge until the deadline (R18). Place, seat and money come
 * free, and go in the same transaction to those who wait (R14).
 */
@UseCase
public class CancelRegistration {

    private final Registrations registrations;
    private final Journal journal;
    private final SeatAllocation allocation;
    private final Resources resources;

    CancelRegistration(Registrations registrations, Journal journal, SeatAllocation allocation, Resources resources) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.resources = resources;
    }

    /** What a cancellation gives back to. */
    @Singleton
    static class Resources {
        private final Places places;
        private final Seminars seminars;
        private final Budget budget;

        Resources(Places places, Seminars seminars, Budget budget) {
            this.places = places;
            this.seminars = seminars;
            this.budget = budget;
        }
    }

    /** @throws RefusedException NOT_FOUND (R25), NOT_CANCELLABLE if it is cancelled or settled already or the deadline has passed (R18) */
    public void handle(Actor actor, String reference) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Registration registration = registrations.require(actor, reference);
        Seminar seminar = registration.seminar();

        // Kommune → Seminar → budget, and only then look what it really is: somebody may have promoted or cancelled it meanwhile.
        resources.places.free(registration.reference());
        Set<Long> rows = new HashSet<>(registrations.openSeminarsWaitingForFunds(registration.periodId(), journal.now()));
        rows.add(seminar.id());
        resources.seminars.lock(rows);
        registrations.lockAndRefresh(registration);
        requireFree(registration, seminar, journal.now());
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        registration.cancel(journal.now());
        giveBack(actor, registration, was);
        journal.changed(actor, RegistrationEvent.Kind.CANCELLED, registration, was);
        allocation.serve(registration.periodId(), seminar.id());
    }

    /** R18: free of charge until the deadline; whoever waits can leave at any time. */
    static void requireFree(Registration registration, Seminar seminar, Instant now) {
        if (registration.status() == RegistrationStatus.CONFIRMED && !now.isBefore(seminar.closesAt())) {
            throw new RefusedException(RegistrationRefusal.NOT_CANCELLABLE, "reason", Messages.text("not-cancellable.deadline", "closesAt", seminar.closesAt()));
        }
    }

    private void giveBack(Actor actor, Registration registration, RegistrationChanged.State was) {
        if (was.status() == RegistrationStatus.CONFIRMED) {
            resources.seminars.freeSeat(registration.seminar().id());
            resources.budget.release(actor, registration.periodId(), registration.payee());
            return;
        }
        resources.seminars.leaveQueue(registration.seminar().id());
        resources.budget.changeQueue(registration.periodId(), was.waitingReason() == WaitingReason.FUNDS ? -1 : 0);
    }
}
