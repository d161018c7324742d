package de.digitallotsen.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.FundsAboutToBeFreed;
import de.digitallotsen.budget.FundsFreed;
import de.digitallotsen.seminar.SeatsAdded;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The one door through which every freed seat and every freed euro goes (R14): to those who wait, strictly in order of
 * receipt, every rule checked again, until nothing more fits, in the transaction in which it came free. Whoever stands
 * first for a seat or for the money and does not fit yet holds back those behind, so that nobody is overtaken.
 */
@ApplicationScoped
public class SeatAllocation {

    private final Registrations registrations;
    private final Seminars seminars;
    private final Money money;
    private final Journal journal;

    SeatAllocation(Registrations registrations, Seminars seminars, Money money, Journal journal) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.money = money;
        this.journal = journal;
    }

    /** The budget, and who may have of it now. */
    @Singleton
    static class Money {
        private final Budget budget;
        private final FirstPersons firstPersons;

        Money(Budget budget, FirstPersons firstPersons) {
            this.budget = budget;
            this.firstPersons = firstPersons;
        }
    }

    /** Somebody who waits. */
    record Claim(long registrationId, WaitingReason reason, AdmissionFacts facts) {}

    /**
     * Who is promoted, and who waits for another reason from now on; both in order of receipt.
     *
     * @param newReasons by registration id
     */
    record Plan(List<Long> promoted, Map<Long, WaitingReason> newReasons) {}

    /**
     * Works out what fits.
     *
     * @param claims in order of receipt
     * @param taken confirmed people by seminar id
     * @param availableCents money that can be reserved (R9)
     */
    static Plan plan(List<Claim> claims, Map<Long, Integer> taken, long availableCents) {
        Map<Long, Integer> seats = new HashMap<>(taken);
        Set<Long> heldBack = new HashSet<>();
        Set<String> funded = new HashSet<>();
        boolean moneyHeldBack = false;
        long available = availableCents;
        List<Long> promoted = new ArrayList<>();
        Map<Long, WaitingReason> newReasons = new LinkedHashMap<>();
        for (Claim claim : claims) {
            long seminar = claim.facts().seminar().id();
            AdmissionFacts facts = asItStands(
                    claim.facts(),
                    new SoFar(seats.get(seminar), heldBack.contains(seminar), available, moneyHeldBack, funded));
            AdmissionRules.Decision decision = AdmissionRules.decide(facts);
            if (decision instanceof AdmissionRules.Decision.Confirm) {
                promoted.add(claim.registrationId());
                seats.merge(seminar, 1, Integer::sum);
                available -= facts.period().subsidyCents();
                // Whoever pays alone takes nobody's turn.
                if (facts.period().subsidyCents() > 0) {
                    funded.add(facts.applicant().turn().kommuneArs());
                }
            } else if (decision instanceof AdmissionRules.Decision.Wait wait) {
                // Who waits until others than first persons are funded holds back nobody.
                if (!facts.isLaterPerson()) {
                    heldBack.add(seminar);
                    moneyHeldBack |= wait.reason() == WaitingReason.FUNDS;
                }
                if (wait.reason() != claim.reason()) {
                    newReasons.put(claim.registrationId(), wait.reason());
                }
            }
            // Refused by another rule: it stays where it is and holds nobody back; the NSI decides.
        }
        return new Plan(promoted, newReasons);
    }

    /** What those before have left of seats, money and turns. */
    private record SoFar(
            int taken, boolean seminarHeldBack, long available, boolean moneyHeldBack, Set<String> funded) {}

    private static AdmissionFacts asItStands(AdmissionFacts facts, SoFar soFar) {
        AdmissionFacts.Applicant a = facts.applicant();
        AdmissionFacts.SeminarFacts s = facts.seminar();
        AdmissionFacts.PeriodFacts p = facts.period();
        AdmissionFacts.Turn turn = new AdmissionFacts.Turn(
                a.turn().kommuneArs(),
                a.turn().firstPersonsUntil(),
                a.turn().funded() || soFar.funded().contains(a.turn().kommuneArs()));
        return new AdmissionFacts(
                facts.now(),
                new AdmissionFacts.Applicant(
                        a.name(), a.eligibility(), a.throughName(), a.places(), a.used(), turn, a.selfPaying()),
                new AdmissionFacts.SeminarFacts(
                        s.id(),
                        s.status(),
                        s.opensAt(),
                        s.closesAt(),
                        s.firstDay(),
                        s.lastDay(),
                        s.capacity(),
                        soFar.taken(),
                        soFar.seminarHeldBack() ? 1 : 0,
                        s.feeCents()),
                new AdmissionFacts.PeriodFacts(
                        p.id(), p.subsidyCents(), soFar.available(), soFar.moneyHeldBack() ? 1 : 0),
                null);
    }

    /** See {@link FirstPersons}. */
    FirstPersons.Standing firstPersons(long periodId) {
        return money.firstPersons.of(periodId);
    }

    int aheadForFunds(FirstPersons.Standing first, long periodId) {
        return money.firstPersons.aheadForFunds(first, periodId);
    }

    int aheadForSeat(FirstPersons.Standing first, Seminar seminar) {
        return money.firstPersons.aheadForSeat(first, seminar);
    }

    /**
     * Locks the seminars at hand, and those whose waiting people could get money of the period, in the fixed order.
     * Called before seats or money come free, after places were freed.
     */
    void hold(long periodId, Collection<Long> seminarIds) {
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
        FirstPersons.Standing first = money.firstPersons.of(periodId);
        List<Claim> claims = waiting.stream()
                .map(registration ->
                        claim(registration, seats.get(registration.seminar().id()), first, now))
                .toList();
        Plan plan = plan(
                claims,
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
        long available = money.budget.lock(periodId).available();
        for (Set<Long> more = newOnes(locked, periodId, seminarId, now);
                !more.isEmpty();
                more = newOnes(locked, periodId, seminarId, now)) {
            seminars.lock(more);
            locked.addAll(more);
        }
        return available;
    }

    private Set<Long> newOnes(Set<Long> locked, long periodId, Long seminarId, Instant now) {
        Set<Long> more = new HashSet<>(registrations.seminarsWaiting(periodId, seminarId, now));
        more.removeAll(locked);
        return more;
    }

    private static Set<Long> seminarIds(List<Registration> waiting) {
        return waiting.stream().map(registration -> registration.seminar().id()).collect(Collectors.toSet());
    }

    /**
     * A waiting registration holds its place and its person already (R3, R4): only the other rules can have changed.
     */
    static Claim claim(Registration registration, Seminars.Seats seats, FirstPersons.Standing first, Instant now) {
        Seminar seminar = registration.seminar();
        AdmissionFacts.Applicant applicant = new AdmissionFacts.Applicant(
                registration.kommune().displayName(),
                registration.kommune().heir().eligibilityOn(German.berlinDay(now)),
                null,
                1,
                List.of(),
                first.turnOf(registration.kommune()),
                AdmissionFacts.SelfPaying.NO);
        AdmissionFacts.SeminarFacts asked = new AdmissionFacts.SeminarFacts(
                seminar.id(),
                seminar.status(),
                seminar.opensAt(),
                seminar.closesAt(),
                seminar.firstDay(),
                seminar.lastDay(),
                seats.capacity(),
                seats.taken(),
                0,
                registration.feeCents());
        return new Claim(
                registration.id(),
                registration.waitingReason(),
                new AdmissionFacts(
                        now,
                        applicant,
                        asked,
                        new AdmissionFacts.PeriodFacts(registration.periodId(), registration.subsidyCents(), 0, 0),
                        null));
    }

    /** From the waiting list to seat and money, both of which are known to be there. */
    void promote(Actor actor, Registration registration) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        require(seminars.seatFromQueue(registration.seminar().id()), registration);
        registration.confirm(journal.now());
        leaveFundsQueue(registration, was.waitingReason());
        require(
                money.budget.reserve(actor, registration.periodId(), registration.payee(), registration.subsidyCents()),
                registration);
        journal.changed(actor, RegistrationEvent.Kind.PROMOTED, registration, was);
    }

    private void changeReason(Registration registration, WaitingReason reason) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        leaveFundsQueue(registration, was.waitingReason());
        registration.keepWaiting(reason);
        money.budget.changeQueue(registration.periodId(), reason == WaitingReason.FUNDS ? 1 : 0);
        journal.changed(Actor.portal(), RegistrationEvent.Kind.REASON_CHANGED, registration, was);
    }

    private void leaveFundsQueue(Registration registration, WaitingReason was) {
        money.budget.changeQueue(registration.periodId(), was == WaitingReason.FUNDS ? -1 : 0);
    }

    private static void require(boolean done, Registration registration) {
        if (!done) {
            throw new IllegalStateException("Seat or money vanished under its lock: " + registration.reference());
        }
    }

    /** Money is about to come: take the seminars' rows now, before the budget's. */
    void holdSeminars(@Observes FundsAboutToBeFreed event) {
        hold(event.periodId(), Set.of());
    }

    /** Money came. */
    void serve(@Observes FundsFreed event) {
        serve(event.periodId(), null);
    }

    /** A seminar got more seats. */
    void serve(@Observes SeatsAdded event) {
        registrations
                .find("seminar.id = ?1 and status = WAITING order by id", event.seminarId())
                .firstResultOptional()
                .ifPresent(first -> serve(first.periodId(), event.seminarId()));
    }
}
