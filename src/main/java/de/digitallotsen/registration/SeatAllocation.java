package de.digitallotsen.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.FundsAboutToBeFreed;
import de.digitallotsen.budget.FundsFreed;
import de.digitallotsen.seminar.SeatsOrDeadlineChanged;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The one door through which every freed seat and every freed euro goes (R14): to those who wait, strictly in order of
 * receipt, every rule checked again, until nothing more fits ({@link PromotionPlan}), in the transaction in which it
 * came free.
 */
@ApplicationScoped
public class SeatAllocation {

    private final Registrations registrations;
    private final Seminars seminars;
    private final Budget budget;
    private final FirstPersons firstPersons;
    private final Holdings holdings;
    private final Journal journal;

    SeatAllocation(
            Registrations registrations,
            Seminars seminars,
            Budget budget,
            FirstPersons firstPersons,
            Holdings holdings,
            Journal journal) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.budget = budget;
        this.firstPersons = firstPersons;
        this.holdings = holdings;
        this.journal = journal;
    }

    /**
     * Locks the seminars at hand, and those whose waiting people could get money of the period, in the fixed order.
     * Called before seats or money come free, after places were freed.
     */
    void lock(long periodId, Collection<Long> seminarIds) {
        Set<Long> rows = new HashSet<>(registrations.openSeminarsWaitingForFunds(periodId, journal.now()));
        rows.addAll(seminarIds);
        seminars.lock(rows);
    }

    /**
     * Gives what is free to those who wait. Called inside the transaction that freed it, after the seminars' rows were
     * locked.
     *
     * @param seminarId where a seat came free, or null if only money did
     */
    void serve(long periodId, Long seminarId) {
        Instant now = journal.now();
        if (registrations.seminarsWaiting(periodId, seminarId, now).isEmpty()) {
            return;
        }
        long available = lockEverythingNeeded(periodId, seminarId, now);
        List<Registration> waiting = registrations.waitingInOrder(periodId, seminarId, now);
        Map<Long, Seminars.Seats> seats = new HashMap<>();
        seminarIds(waiting).forEach(id -> seats.put(id, seminars.seats(id)));
        FirstPersons.Preference preference = firstPersons.of(periodId);
        List<PromotionPlan.Candidate> candidates = waiting.stream()
                .map(registration -> PromotionPlan.Candidate.of(
                        registration, seats.get(registration.seminar().id()), preference, now))
                .toList();
        PromotionPlan plan = PromotionPlan.of(
                candidates,
                seats.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().taken())),
                available);
        Map<Long, Registration> byId = waiting.stream().collect(Collectors.toMap(Registration::id, r -> r));
        plan.promoted().forEach(id -> promote(Actor.portal(), byId.get(id)));
        plan.newReasons().forEach((id, reason) -> changeReason(byId.get(id), reason));
    }

    /**
     * Whoever joins a queue holds its seminar's row and, for money, the budget's: once all are ours, nobody is missed.
     */
    private long lockEverythingNeeded(long periodId, Long seminarId, Instant now) {
        Set<Long> locked = new HashSet<>(registrations.seminarsWaiting(periodId, seminarId, now));
        seminars.lock(locked);
        long available = budget.lock(periodId).available();
        for (Set<Long> more = notLockedYet(locked, periodId, seminarId, now);
                !more.isEmpty();
                more = notLockedYet(locked, periodId, seminarId, now)) {
            seminars.lock(more);
            locked.addAll(more);
        }
        return available;
    }

    private Set<Long> notLockedYet(Set<Long> locked, long periodId, Long seminarId, Instant now) {
        Set<Long> more = new HashSet<>(registrations.seminarsWaiting(periodId, seminarId, now));
        more.removeAll(locked);
        return more;
    }

    private static Set<Long> seminarIds(List<Registration> waiting) {
        return waiting.stream().map(registration -> registration.seminar().id()).collect(Collectors.toSet());
    }

    /** From the waiting list to seat and money, both of which are known to be there. */
    void promote(Actor actor, Registration registration) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        require(seminars.seatFromQueue(registration.seminar().id()), registration);
        registration.confirm(journal.now());
        holdings.leaveFundsQueue(registration, was);
        require(
                budget.reserve(actor, registration.periodId(), registration.payee(), registration.subsidyCents()),
                registration);
        journal.changed(actor, RegistrationEvent.Kind.PROMOTED, registration, was);
    }

    private void changeReason(Registration registration, WaitingReason reason) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        holdings.leaveFundsQueue(registration, was);
        registration.keepWaiting(reason);
        budget.changeQueue(registration.periodId(), reason == WaitingReason.FUNDS ? 1 : 0);
        journal.changed(Actor.portal(), RegistrationEvent.Kind.REASON_CHANGED, registration, was);
    }

    private static void require(boolean done, Registration registration) {
        if (!done) {
            throw new IllegalStateException("Seat or money vanished under its lock: " + registration.reference());
        }
    }

    /** Money is about to come: take the seminars' rows now, before the budget's. */
    void lockSeminars(@Observes FundsAboutToBeFreed event) {
        lock(event.periodId(), Set.of());
    }

    /** Money came. */
    void serve(@Observes FundsFreed event) {
        serve(event.periodId(), null);
    }

    /** A seminar got more seats or fewer, or another deadline. */
    void serve(@Observes SeatsOrDeadlineChanged event) {
        registrations
                .find("seminar.id = ?1 and status = WAITING order by id", event.seminarId())
                .firstResultOptional()
                .ifPresent(first -> serve(first.periodId(), event.seminarId()));
    }
}
