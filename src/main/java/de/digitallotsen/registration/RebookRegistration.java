package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.inject.Singleton;

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
    private final Resources resources;

    RebookRegistration(Registrations registrations, Journal journal, SeatAllocation allocation, Resources resources) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.resources = resources;
    }

    /** What a rebooking takes from and gives back to. */
    @Singleton
    static class Resources {
        private final Seminars seminars;
        private final FundingPeriods periods;
        private final Budget budget;
        private final Holdings holdings;

        Resources(Seminars seminars, FundingPeriods periods, Budget budget, Holdings holdings) {
            this.seminars = seminars;
            this.periods = periods;
            this.budget = budget;
            this.holdings = holdings;
        }
    }

    /** The date to which somebody moves, and what pays there. */
    private record Target(Seminar seminar, Programme programme, long subsidyCents) {}

    /**
     * @throws RefusedException NOT_FOUND (R25), NOT_REBOOKABLE, SEMINAR_FULL, BUDGET_EXHAUSTED, or what else refuses a
     *     registration for the other date
     */
    public void handle(Actor actor, String reference, Long seminarId) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Input input = new Input();
        input.check(seminarId != null, "seminarId", "input.required", "label", "Neuer Termin");
        input.throwIfWrong();
        Registration registration = registrations.require(actor, reference);
        Seminar other = resources.seminars.require(seminarId);
        Seminar old = registration.seminar();
        // Both seminars by ascending id, so that A→B and B→A at once wait for each other instead of locking each other
        // out.
        allocation.hold(registration.periodId(), List.of(old.id(), other.id()));
        journal.reread(registration);
        journal.refresh(other);
        requireRebookable(actor, registration, other);
        Target target = target(registration, other);
        requireAdmissible(registration, target);
        move(actor, registration, target);
        allocation.serve(registration.periodId(), old.id());
    }

    /**
     * The Kommune until the deadline, as long as it could cancel free of charge; the NSI until the first day begins.
     */
    private void requireRebookable(Actor actor, Registration registration, Seminar other) {
        Seminar old = registration.seminar();
        if (!registration.isCancellable()) {
            throw refused("not-rebookable.status", "status", registration.status());
        }
        if (old.equals(other)) {
            throw refused("not-rebookable.same");
        }
        if (!journal.now().isBefore(old.begins())) {
            throw refused("not-rebookable.begun", "begin", old.begins());
        }
        boolean bound = registration.status() == RegistrationStatus.CONFIRMED
                && !journal.now().isBefore(old.closesAt());
        if (bound && !actor.is(Role.NSI)) {
            throw refused("not-rebookable.deadline", "closesAt", old.closesAt());
        }
    }

    private Target target(Registration registration, Seminar other) {
        FundingPeriod period = resources
                .periods
                .payingFor(other.firstDay(), other.lastDay(), other.dates())
                .filter(paying -> paying.id() == registration.periodId())
                .orElseThrow(() -> refused("not-rebookable.period"));
        Programme programme = period.programme();
        return new Target(
                other,
                programme,
                Programme.subsidyOf(
                        other.feeCents(), registration.selfPaying() ? 0 : programme.subsidyRateBasisPoints()));
    }

    /** The same rules as for somebody new; place and person are there already, and the money that is bound counts. */
    private void requireAdmissible(Registration registration, Target target) {
        boolean bound = registration.status() == RegistrationStatus.CONFIRMED;
        long had = bound ? registration.subsidyCents() : 0;
        Budget.Standing standing = resources.budget.standing(registration.periodId());
        FirstPersons.Standing first = allocation.firstPersons(registration.periodId());
        boolean inTheWay = registration.waitingReason() == WaitingReason.FUNDS && !first.isLater(registration);
        int ahead = target.subsidyCents() <= had
                ? 0
                : allocation.aheadForFunds(first, registration.periodId()) - (inTheWay ? 1 : 0);
        Seminar s = target.seminar();
        Seminars.Seats seats = resources.seminars.seats(s.id());
        AdmissionFacts facts = new AdmissionFacts(
                journal.now(),
                new AdmissionFacts.Applicant(
                        registration.kommune().displayName(),
                        registration.kommune().heir().eligibilityOn(German.berlinDay(journal.now())),
                        null,
                        1,
                        List.of(),
                        bound ? AdmissionFacts.Turn.ANY : first.turnOf(registration.kommune()),
                        AdmissionFacts.SelfPaying.NO),
                new AdmissionFacts.SeminarFacts(
                        s.id(),
                        s.status(),
                        s.opensAt(),
                        s.closesAt(),
                        s.firstDay(),
                        s.lastDay(),
                        seats.capacity(),
                        seats.taken(),
                        allocation.aheadForSeat(first, s),
                        s.feeCents()),
                new AdmissionFacts.PeriodFacts(
                        registration.periodId(),
                        target.subsidyCents(),
                        standing.totals().available() + had,
                        Math.max(ahead, 0)),
                null);
        AdmissionRules.Decision decision = AdmissionRules.decide(facts);
        if (decision instanceof AdmissionRules.Decision.Refuse refuse) {
            throw refuse.because();
        }
        if (decision instanceof AdmissionRules.Decision.Wait wait) {
            throw wait.otherwise();
        }
    }

    private void move(Actor actor, Registration registration, Target target) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        // Its row is locked, and the rules have seen to it that nobody is overtaken.
        if (!resources.seminars.takeSeatPastWaiting(
                target.seminar().id(), target.seminar().version(), journal.now())) {
            throw new IllegalStateException("A seat vanished under its lock: " + registration.reference());
        }
        boolean bound = was.status() == RegistrationStatus.CONFIRMED;
        boolean otherMoney = !bound || was.subsidyCents() != target.subsidyCents();
        if (bound) {
            resources.seminars.freeSeat(was.seminar().id());
        } else {
            resources.holdings.leaveQueues(registration, was);
        }
        if (bound && otherMoney) {
            resources.budget.release(actor, registration.periodId(), registration.payee());
        }
        registration.rebook(target.seminar(), target.programme(), journal.now());
        if (otherMoney
                && !resources.budget.reserve(
                        actor, registration.periodId(), registration.payee(), target.subsidyCents())) {
            // Somebody new was faster with the difference; everything before this is undone.
            throw new RefusedException(
                    BudgetRefusal.BUDGET_EXHAUSTED,
                    "subsidy",
                    new Money(target.subsidyCents()),
                    "available",
                    new Money(resources.budget.totals(registration.periodId()).available()),
                    "ahead",
                    0);
        }
        journal.changed(actor, RegistrationEvent.Kind.REBOOKED, registration, was);
    }

    private static RefusedException refused(String key, Object... details) {
        return new RefusedException(RegistrationRefusal.NOT_REBOOKABLE, "reason", Messages.text(key, details));
    }
}
