package de.digitallotsen.registration;

import java.time.Instant;
import java.util.Set;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.inject.Singleton;

/**
 * After the deadline the portal promotes nobody any more; the NSI does so by hand until the first day begins (R14), in
 * the same order and never past a rule: whoever cannot come at such short notice is cancelled first.
 */
@UseCase
public class PromoteByHand {

    private final Registrations registrations;
    private final Journal journal;
    private final SeatAllocation allocation;
    private final Scarce scarce;

    PromoteByHand(Registrations registrations, Journal journal, SeatAllocation allocation, Scarce scarce) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.scarce = scarce;
    }

    /** What there is too little of. */
    @Singleton
    static class Scarce {
        private final Seminars seminars;
        private final Budget budget;

        Scarce(Seminars seminars, Budget budget) {
            this.seminars = seminars;
            this.budget = budget;
        }
    }

    /** @throws RefusedException NOT_PROMOTABLE, SEMINAR_FULL (R6), BUDGET_EXHAUSTED (R9), NOT_ELIGIBLE (R1) */
    public void handle(Actor actor, String reference) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, reference);
        allocation.hold(registration.periodId(), Set.of(registration.seminar().id()));
        journal.reread(registration);
        requireTurn(registration);
        long available = scarce.budget.lock(registration.periodId()).available();
        requireAdmissible(registration, available);
        allocation.promote(actor, registration);
    }

    private void requireTurn(Registration registration) {
        Seminar seminar = registration.seminar();
        Instant now = journal.now();
        if (registration.status() != RegistrationStatus.WAITING) {
            throw refused("not-promotable.status", "status", registration.status());
        }
        if (now.isBefore(seminar.closesAt())) {
            throw refused("not-promotable.early", "closesAt", seminar.closesAt());
        }
        if (!now.isBefore(seminar.begins())) {
            throw refused("not-promotable.begun", "begin", seminar.begins());
        }
        FirstPersons.Standing first = allocation.firstPersons(registration.periodId());
        long ahead = registrations.waitingOf(seminar.id()).stream()
                .filter(waiting -> waiting.id() < registration.id() && !first.isLater(waiting))
                .count();
        if (ahead > 0) {
            throw refused("not-promotable.order", "ahead", ahead);
        }
    }

    /** The rules of every promotion, but for the deadline, which is why it is done by hand. */
    private void requireAdmissible(Registration registration, long available) {
        FirstPersons.Standing first = allocation.firstPersons(registration.periodId());
        AdmissionFacts facts = SeatAllocation.claim(
                        registration,
                        scarce.seminars.seats(registration.seminar().id()),
                        first,
                        journal.now())
                .facts();
        AdmissionFacts.SeminarFacts s = facts.seminar();
        int ahead = (int) registrations.waitingInOrder(registration.periodId(), null, journal.now()).stream()
                .filter(waiting -> waiting.id() < registration.id() && !first.isLater(waiting))
                .count();
        AdmissionRules.Decision decision = AdmissionRules.decide(new AdmissionFacts(
                facts.now(),
                facts.applicant(),
                new AdmissionFacts.SeminarFacts(
                        s.id(),
                        s.status(),
                        s.opensAt(),
                        registration.seminar().begins(),
                        s.firstDay(),
                        s.lastDay(),
                        s.capacity(),
                        s.taken(),
                        0,
                        s.feeCents()),
                new AdmissionFacts.PeriodFacts(registration.periodId(), registration.subsidyCents(), available, ahead),
                null));
        if (decision instanceof AdmissionRules.Decision.Refuse refuse) {
            throw refuse.because();
        }
        if (decision instanceof AdmissionRules.Decision.Wait wait) {
            if (facts.isLaterPerson()) {
                throw wait.otherwise();
            }
            throw wait.reason() == WaitingReason.FUNDS
                    ? tooLittle(registration, available, ahead)
                    : new RefusedException(
                            RegistrationRefusal.NOT_PROMOTABLE,
                            "reason",
                            Messages.text("not-promotable.full", "capacity", s.capacity()));
        }
    }

    private static RefusedException tooLittle(Registration registration, long available, int ahead) {
        return new RefusedException(
                BudgetRefusal.BUDGET_EXHAUSTED,
                "subsidy",
                new Money(registration.subsidyCents()),
                "available",
                new Money(available),
                "ahead",
                ahead);
    }

    private static RefusedException refused(String key, Object... details) {
        return new RefusedException(RegistrationRefusal.NOT_PROMOTABLE, "reason", Messages.text(key, details));
    }
}
