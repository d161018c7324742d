package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * Moves a person to another published date of the same period (R17), in one transaction: with a seat there and money
 * enough, or nothing changes. Place and order of receipt stay; the fee is the new date's. Nobody who waits there is
 * overtaken.
 */
@UseCase
public class RebookRegistration {

    private final Registrations registrations;
    private final Journal journal;
    private final SeatAllocation allocation;
    private final RebookingAdmission admission;
    private final Seminars seminars;
    private final Budget budget;
    private final Holdings holdings;

    RebookRegistration(
            Registrations registrations,
            Journal journal,
            SeatAllocation allocation,
            RebookingAdmission admission,
            Seminars seminars,
            Budget budget,
            Holdings holdings) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.admission = admission;
        this.seminars = seminars;
        this.budget = budget;
        this.holdings = holdings;
    }

    /** @param expect what the person was shown (R29) */
    public record Command(String reference, Long seminarId, Expect expect) {}

    /** Whatever it costs there. */
    public void handle(Actor actor, String reference, Long seminarId) {
        handle(actor, new Command(reference, seminarId, Expect.ANYTHING));
    }

    /**
     * @throws RefusedException NOT_FOUND (R25), NOT_REBOOKABLE, SEMINAR_FULL, BUDGET_EXHAUSTED, or what else refuses a
     *     registration for the other date
     * @throws de.digitallotsen.shared.ChangedSincePreviewException if something else was shown
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Input input = new Input();
        input.check(command.seminarId() != null, "seminarId", "input.choose-date");
        input.throwIfWrong();
        Registration registration = registrations.require(actor, command.reference());
        Seminar other = seminars.require(command.seminarId());
        Seminar old = registration.seminar();
        // Both seminars by ascending id, so that A→B and B→A at once wait for each other instead of locking each other
        // out.
        allocation.lock(registration.periodId(), List.of(old.id(), other.id()));
        journal.reread(registration);
        journal.refresh(other);
        Expect expect = Expect.orAnything(command.expect());
        journal.requireTold(expect, RegistrationEvent.Kind.REBOOKED, registration);
        expect.hold(() -> {
            move(actor, registration, admission.require(actor, registration, other));
            return registration;
        });
        expect.require(Outcome.CONFIRMED, registration.dueCents());
        allocation.serve(registration.periodId(), old.id());
    }

    private void move(Actor actor, Registration registration, RebookingAdmission.Target target) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        // Its row is locked, and the rules have seen to it that nobody is overtaken.
        if (!seminars.takeSeatPastWaiting(
                target.seminar().id(), target.seminar().version(), journal.now())) {
            throw new IllegalStateException("A seat vanished under its lock: " + registration.reference());
        }
        boolean bound = was.status() == RegistrationStatus.CONFIRMED;
        boolean otherMoney = !bound || was.subsidyCents() != target.subsidyCents();
        if (bound) {
            seminars.freeSeat(was.seminar().id());
        } else {
            holdings.leaveQueues(registration, was);
        }
        if (bound && otherMoney) {
            budget.release(actor, registration.periodId(), registration.payee());
        }
        registration.rebook(target.seminar(), target.programme(), journal.now());
        if (otherMoney
                && !budget.reserve(actor, registration.periodId(), registration.payee(), target.subsidyCents())) {
            // Somebody new was faster with the difference; everything before this is undone.
            long had = bound ? was.subsidyCents() : 0;
            throw AdmissionRules.exhausted(
                            target.subsidyCents(),
                            budget.totals(registration.periodId()).available() - had,
                            had,
                            0)
                    .during(RebookingAdmission.ACT);
        }
        journal.changed(actor, RegistrationEvent.Kind.REBOOKED, registration, was);
    }
}
