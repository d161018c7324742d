package de.digitallotsen.registration;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether another date takes a registration in (R17): the same rules as for somebody new; place and person are there
 * already, and the money that is bound counts.
 */
@ApplicationScoped
class RebookingAdmission {

    /** What the sentences of its refusals are called. */
    static final String ACT = "rebooking";

    private final FundingPeriods periods;
    private final Seminars seminars;
    private final Budget budget;
    private final FirstPersons firstPersons;
    private final Journal journal;

    RebookingAdmission(
            FundingPeriods periods, Seminars seminars, Budget budget, FirstPersons firstPersons, Journal journal) {
        this.periods = periods;
        this.seminars = seminars;
        this.budget = budget;
        this.firstPersons = firstPersons;
        this.journal = journal;
    }

    /** The date to which somebody moves, and what pays there. */
    record Target(Seminar seminar, Programme programme, long subsidyCents) {}

    /**
     * Asks the rules: beforehand for a preview, and in earnest with the rows of both seminars locked.
     *
     * @throws RefusedException NOT_REBOOKABLE if it is too late, the same date, or another period pays for the other
     *     one, or what else refuses somebody new there
     */
    Target require(Actor actor, Registration registration, Seminar other) {
        if (registration.status().isOpen() && registration.seminar().id() == other.id()) {
            throw PossibleActs.refused(RegistrationRefusal.NOT_REBOOKABLE, "not-rebookable.same");
        }
        PossibleActs.of(registration, actor, journal.now()).require(Act.REBOOK);
        Target target = target(registration, other);
        try {
            AdmissionRules.require(facts(registration, target), false);
        } catch (RefusedException refused) {
            // Whoever is rebooked cannot wait there (R17).
            throw refused.during(ACT);
        }
        return target;
    }

    private Target target(Registration registration, Seminar other) {
        FundingPeriod period = periods.payingFor(other.firstDay(), other.lastDay(), other.dates())
                .filter(paying -> paying.id() == registration.periodId())
                .orElseThrow(() -> PossibleActs.refused(RegistrationRefusal.NOT_REBOOKABLE, "not-rebookable.period"));
        Programme programme = period.programme();
        return new Target(
                other,
                programme,
                Programme.subsidyOf(
                        other.feeCents(), registration.selfPaying() ? 0 : programme.subsidyRateBasisPoints()));
    }

    private AdmissionFacts facts(Registration registration, Target target) {
        boolean bound = registration.status() == RegistrationStatus.CONFIRMED;
        long had = bound ? registration.subsidyCents() : 0;
        Budget.Standing standing = budget.standing(registration.periodId());
        FirstPersons.Preference preference = firstPersons.of(registration.periodId());
        boolean inTheWay = registration.waitingReason() == WaitingReason.FUNDS && !preference.isLater(registration);
        int ahead = target.subsidyCents() <= had
                ? 0
                : firstPersons.aheadForFunds(preference, registration.periodId()) - (inTheWay ? 1 : 0);
        Seminar seminar = target.seminar();
        return new AdmissionFacts(
                journal.now(),
                AdmissionFacts.Applicant.holdingPlace(
                        registration,
                        journal.now(),
                        bound ? AdmissionFacts.Turn.ANY : preference.turnOf(registration.kommune())),
                AdmissionFacts.SeminarFacts.of(seminar)
                        .withSeats(seminars.seats(seminar.id()))
                        .withAhead(firstPersons.aheadForSeat(preference, seminar)),
                new AdmissionFacts.PeriodFacts(
                        registration.periodId(),
                        target.subsidyCents(),
                        standing.totals().available() + had,
                        had,
                        Math.max(ahead, 0)),
                null);
    }
}
