package de.digitallotsen.registration;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reserves the Land's share for somebody new, last of all, since everybody takes from the same row (R9). Whoever has a
 * seat but cannot have the money waits for it or is refused (R13).
 */
@ApplicationScoped
class SubsidyReservation {

    private final Seminars seminars;
    private final Budget budget;
    private final FirstPersons firstPersons;
    private final Journal journal;

    SubsidyReservation(Seminars seminars, Budget budget, FirstPersons firstPersons, Journal journal) {
        this.seminars = seminars;
        this.budget = budget;
        this.firstPersons = firstPersons;
        this.journal = journal;
    }

    /**
     * Writes the registration as it stands then.
     *
     * @param hasSeat or is on the waiting list
     * @throws RefusedException BUDGET_EXHAUSTED if the money does not suffice and the person does not want to wait
     */
    void reserveOrQueue(Actor actor, Registration registration, boolean hasSeat, boolean acceptWaiting) {
        if (hasSeat) {
            registration.confirm(journal.now());
            journal.write(registration);
            if (!reserve(actor, registration)) {
                if (!acceptWaiting) {
                    throw exhausted(registration);
                }
                seminars.seatToQueue(registration.seminar().id());
                queueForFunds(registration);
            }
        } else if (seminars.seats(registration.seminar().id()).free() > 0) {
            // A free seat that nobody may have: those before wait for money, and so does this one.
            journal.write(registration);
            queueForFunds(registration);
        } else {
            journal.write(registration);
        }
    }

    /** R9, R14: the money has to suffice, and nobody may wait for it whom the portal could still promote. */
    private boolean reserve(Actor actor, Registration registration) {
        long period = registration.periodId();
        if (budget.reserveForNewcomer(actor, period, registration.payee(), registration.subsidyCents())) {
            return true;
        }
        BudgetTotals totals = budget.lock(period);
        return totals.available() >= registration.subsidyCents()
                && firstPersons.mayBeFunded(registration)
                && budget.reserve(actor, period, registration.payee(), registration.subsidyCents());
    }

    private void queueForFunds(Registration registration) {
        registration.keepWaiting(WaitingReason.FUNDS);
        budget.changeQueue(registration.periodId(), 1);
    }

    private RefusedException exhausted(Registration registration) {
        BudgetTotals totals = budget.totals(registration.periodId());
        return AdmissionRules.exhausted(
                registration.subsidyCents(),
                totals.available(),
                budget.standing(registration.periodId()).waitingForFunds());
    }
}
