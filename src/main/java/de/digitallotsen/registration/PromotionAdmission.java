package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether a registration may be promoted by hand (R14): asked beforehand by the preview, and in earnest by
 * {@link PromoteByHand} under its locks.
 */
@ApplicationScoped
class PromotionAdmission {

    private final Registrations registrations;
    private final Journal journal;
    private final Seminars seminars;
    private final FirstPersons firstPersons;

    PromotionAdmission(Registrations registrations, Journal journal, Seminars seminars, FirstPersons firstPersons) {
        this.registrations = registrations;
        this.journal = journal;
        this.seminars = seminars;
        this.firstPersons = firstPersons;
    }

    /**
     * @param available money that can be reserved
     * @throws RefusedException NOT_PROMOTABLE, SEMINAR_FULL (R6), BUDGET_EXHAUSTED (R9), NOT_ELIGIBLE (R1)
     */
    void require(Actor actor, Registration registration, long available) {
        requireTurn(actor, registration);
        requireAdmissible(registration, available);
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
                throw wait.otherwise().during("promoting");
            }
            throw wait.reason() == WaitingReason.FUNDS
                    ? AdmissionRules.exhausted(registration.subsidyCents(), available, ahead)
                            .during("promoting")
                    : PossibleActs.refused(
                            RegistrationRefusal.NOT_PROMOTABLE,
                            "not-promotable.full",
                            "capacity",
                            facts.seminar().capacity());
        }
    }
}
