package de.digitallotsen.registration;

import java.time.Instant;
import java.util.Set;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
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
    private final Seminars seminars;
    private final Budget budget;
    private final FirstPersons firstPersons;

    PromoteByHand(
            Registrations registrations,
            Journal journal,
            SeatAllocation allocation,
            Seminars seminars,
            Budget budget,
            FirstPersons firstPersons) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.seminars = seminars;
        this.budget = budget;
        this.firstPersons = firstPersons;
    }

    /** @throws RefusedException NOT_PROMOTABLE, SEMINAR_FULL (R6), BUDGET_EXHAUSTED (R9), NOT_ELIGIBLE (R1) */
    public void handle(Actor actor, String reference) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, reference);
        allocation.lock(registration.periodId(), Set.of(registration.seminar().id()));
        journal.reread(registration);
        requireTurn(registration);
        long available = budget.lock(registration.periodId()).available();
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
        FirstPersons.Preference preference = firstPersons.of(registration.periodId());
        long ahead = registrations.waitingOf(seminar.id()).stream()
                .filter(waiting -> waiting.id() < registration.id() && !preference.isLater(waiting))
                .count();
        if (ahead > 0) {
            throw refused("not-promotable.order", "ahead", ahead);
        }
    }

    /** The rules of every promotion, but for the deadline, which is why it is done by hand. */
    private void requireAdmissible(Registration registration, long available) {
        FirstPersons.Preference preference = firstPersons.of(registration.periodId());
        AdmissionFacts facts = PromotionPlan.Claim.of(
                        registration, seminars.seats(registration.seminar().id()), preference, journal.now())
                .facts();
        int ahead = (int) registrations.waitingInOrder(registration.periodId(), null, journal.now()).stream()
                .filter(waiting -> waiting.id() < registration.id() && !preference.isLater(waiting))
                .count();
        AdmissionRules.Decision decision = AdmissionRules.decide(facts.withSeminar(
                        facts.seminar().withClosesAt(registration.seminar().begins()))
                .withPeriod(facts.period().withFunds(available, ahead)));
        if (decision instanceof AdmissionRules.Decision.Refuse refuse) {
            throw refuse.because();
        }
        if (decision instanceof AdmissionRules.Decision.Wait wait) {
            if (facts.isLaterPerson()) {
                throw wait.otherwise();
            }
            throw wait.reason() == WaitingReason.FUNDS
                    ? AdmissionRules.exhausted(registration.subsidyCents(), available, ahead)
                    : new RefusedException(
                            RegistrationRefusal.NOT_PROMOTABLE,
                            "reason",
                            Messages.text(
                                    "not-promotable.full",
                                    "capacity",
                                    facts.seminar().capacity()));
        }
    }

    private static RefusedException refused(String key, Object... details) {
        return new RefusedException(RegistrationRefusal.NOT_PROMOTABLE, "reason", Messages.text(key, details));
    }
}
