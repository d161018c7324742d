package de.digitallotsen.registration;

import java.util.Set;

import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * The Kommune (or the NSI for it) cancels a registration: free of charge until the deadline, later at the cost that the
 * programme's terms say (R18). Place, seat and money come free, and go in the same transaction to those who wait (R14).
 */
@UseCase
public class CancelRegistration {

    private final Registrations registrations;
    private final Journal journal;
    private final SeatAllocation allocation;
    private final Holdings holdings;
    private final CancellationCost cost;
    private final RegistrationBrake brake;

    CancelRegistration(
            Registrations registrations,
            Journal journal,
            SeatAllocation allocation,
            Holdings holdings,
            CancellationCost cost,
            RegistrationBrake brake) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.holdings = holdings;
        this.cost = cost;
        this.brake = brake;
    }

    /**
     * @param shownCents what the person was told it costs; another amount by now is refused. Null takes whatever it
     *     costs.
     * @param expect the same of the outcome as well (R29)
     */
    public record Command(String reference, Long shownCents, Expect expect) {
        public Command(String reference, Long shownCents) {
            this(reference, shownCents, Expect.ANYTHING);
        }
    }

    /** Whatever it costs. */
    public void handle(Actor actor, String reference) {
        handle(actor, new Command(reference, null));
    }

    /**
     * @throws RefusedException NOT_FOUND (R25), NOT_CANCELLABLE if it is cancelled or settled already or the seminar
     *     has begun, COST_CHANGED
     * @throws de.digitallotsen.shared.ChangedSincePreviewException if something else was shown
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Registration registration = registrations.require(actor, command.reference());
        long seminarId = registration.seminar().id();
        brake.countCancelled(registration);

        // Kommune → Seminar → budget, and only then look what it really is: somebody may have promoted or cancelled it
        // meanwhile.
        holdings.freePlace(registration);
        allocation.lock(registration.periodId(), Set.of(seminarId));
        journal.reread(registration);
        Expect expect = Expect.orAnything(command.expect());
        long owed = expect.hold(() -> cost.now(registration));
        requireAsShown(command.shownCents(), owed);
        expect.require(Outcome.CANCELLED, owed);
        journal.requireTold(expect, RegistrationEvent.Kind.CANCELLED, registration);
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        registration.cancel(journal.now(), owed);
        holdings.giveBack(actor, registration, was);
        journal.changed(actor, RegistrationEvent.Kind.CANCELLED, registration, was);
        allocation.serve(registration.periodId(), seminarId);
    }

    private static void requireAsShown(Long shown, long owed) {
        if (shown != null && shown != owed) {
            throw new RefusedException(
                    RegistrationRefusal.COST_CHANGED, "shown", new Money(shown), "owed", new Money(owed));
        }
    }
}
