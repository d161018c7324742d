package de.digitallotsen.registration;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.places.Places;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a live registration holds, and how it gives it back: the Kommune's place first, then the seat or the position on
 * the waiting list, the money last.
 */
@ApplicationScoped
class Holdings {

    private final Places places;
    private final Seminars seminars;
    private final Budget budget;

    Holdings(Places places, Seminars seminars, Budget budget) {
        this.places = places;
        this.seminars = seminars;
        this.budget = budget;
    }

    /** R3: the place of the Kommune is free again. Done before any seminar is locked. */
    void freePlace(Registration registration) {
        places.free(registration.kommune().ars(), registration.reference());
    }

    /**
     * R10: the seat is free and the money released, or the person leaves the queues. The seminar's row is locked
     * already.
     */
    void giveBack(Actor actor, Registration registration, RegistrationChanged.State was) {
        if (was.status() == RegistrationStatus.CONFIRMED) {
            seminars.freeSeat(was.seminar().id());
            budget.release(actor, registration.periodId(), registration.payee());
        } else {
            leaveQueues(registration, was);
        }
    }

    /** Neither the seminar nor the budget count the person among those who wait any more. */
    void leaveQueues(Registration registration, RegistrationChanged.State was) {
        seminars.leaveQueue(was.seminar().id());
        leaveFundsQueue(registration, was);
    }

    /** The budget does not count the person among those who wait for money any more. */
    void leaveFundsQueue(Registration registration, RegistrationChanged.State was) {
        budget.changeQueue(registration.periodId(), was.waitingReason() == WaitingReason.FUNDS ? -1 : 0);
    }

    /**
     * R20: attendance was found to be different after closing: seat and money again, or both free. The seminar's row is
     * locked already.
     *
     * @throws RefusedException BUDGET_EXHAUSTED if the money does not suffice any more
     */
    void correct(Actor actor, Registration registration, boolean present) {
        long cents = registration.subsidyCents();
        long period = registration.periodId();
        if (present) {
            seminars.retakeSeat(registration.seminar().id());
        } else {
            seminars.freeSeat(registration.seminar().id());
        }
        if (!budget.correct(
                actor, period, registration.payee(), present ? cents : -cents, Messages.text("ledger.corrected"))) {
            throw AdmissionRules.exhausted(cents, budget.totals(period).available(), 0)
                    .during("correcting");
        }
    }
}
