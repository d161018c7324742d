package de.digitallotsen.registration;

import java.util.List;
import java.util.Set;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.seminar.Seminars;
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
        requireTurn(actor, registration);
        long available = budget.lock(registration.periodId()).available();
        requireAdmissible(registration, available);
        allocation.promote(actor, registration);
    }

    private void requireTurn(Actor actor, Registration registration) {
        PossibleActs.of(registration, actor, journal.now()).require(Act.PROMOTE);
        FirstPersons.Preference preference = firstPersons.of(registration.periodId());
        int ahead = ahead(registrations.waitingOf(registration.seminar().id()), registration, preference);
        if (ahead > 0) {
            throw PossibleActs.refused(RegistrationRefusal.NOT_PROMOTABLE, "not-promotable.order", "ahead", ahead);
        }
    }

    /** How many of them came before and are in its way. */
    private static int ahead(
            List<Registration> waiting, Registration registration, FirstPersons.Preference preference) {
        return (int) waiting.stream()
                .filter(other -> other.id() < registration.id() && !preference.isLater(other))
                .count();
    }

    /** The rules of every promotion, but for the deadline, which is why it is done by hand. */
    private void requireAdmissible(Registration registration, long available) {
        FirstPersons.Preference preference = firstPersons.of(registration.periodId());
        AdmissionFacts facts = PromotionPlan.Candidate.of(
                        registration, seminars.seats(registration.seminar().id()), preference, journal.now())
                .facts();
        int ahead = ahead(
                registrations.waitingInOrder(registration.periodId(), null, journal.now()), registration, preference);
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
                    : PossibleActs.refused(
                            RegistrationRefusal.NOT_PROMOTABLE,
                            "not-promotable.full",
                            "capacity",
                            facts.seminar().capacity());
        }
    }
}
