package de.digitallotsen.registration;

import java.util.Set;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * After the deadline the portal promotes nobody any more; the NSI does so by hand until the first day begins (R14), in
 * the same order and never past a rule: whoever cannot come at such short notice is cancelled first.
 */
@UseCase
public class PromoteByHand {

    private final Registrations registrations;
    private final Journal journal;
    private final SeatAllocation allocation;
    private final PromotionAdmission admission;
    private final Budget budget;

    PromoteByHand(
            Registrations registrations,
            Journal journal,
            SeatAllocation allocation,
            PromotionAdmission admission,
            Budget budget) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.admission = admission;
        this.budget = budget;
    }

    /** @param expect what the person was shown (R29) */
    public record Command(String reference, Expect expect) {}

    /** Whatever comes of it. */
    public void handle(Actor actor, String reference) {
        handle(actor, new Command(reference, Expect.ANYTHING));
    }

    /**
     * @throws RefusedException NOT_PROMOTABLE, SEMINAR_FULL (R6), BUDGET_EXHAUSTED (R9), NOT_ELIGIBLE (R1)
     * @throws de.digitallotsen.shared.ChangedSincePreviewException if something else was shown
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, command.reference());
        Expect expect = Expect.orAnything(command.expect());
        allocation.lock(registration.periodId(), Set.of(registration.seminar().id()));
        journal.reread(registration);
        journal.requireTold(expect, RegistrationEvent.Kind.PROMOTED, registration);
        expect.hold(() -> {
            long available = budget.lock(registration.periodId()).available();
            admission.require(actor, registration, available);
            allocation.promote(actor, registration);
            return registration;
        });
        expect.require(Outcome.CONFIRMED, registration.dueCents());
    }
}
