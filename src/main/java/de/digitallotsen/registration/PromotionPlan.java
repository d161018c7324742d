package de.digitallotsen.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.seminar.Seminars;

/**
 * Who of those who wait is promoted, and who waits for another reason from now on; both in order of receipt (R14).
 * Whoever stands first for a seat or for the money and does not fit yet holds back those behind, so that nobody is
 * overtaken.
 *
 * @param newReasons by registration id
 */
record PromotionPlan(List<Long> promoted, Map<Long, WaitingReason> newReasons) {

    /** Somebody who waits. */
    record Candidate(long registrationId, WaitingReason reason, AdmissionFacts facts) {

        /**
         * A waiting registration holds its place and its person already (R3, R4): only the other rules can have
         * changed.
         */
        static Candidate of(
                Registration registration, Seminars.Seats seats, FirstPersons.Preference preference, Instant now) {
            return new Candidate(
                    registration.id(),
                    registration.waitingReason(),
                    new AdmissionFacts(
                            now,
                            AdmissionFacts.Applicant.holdingPlace(
                                    registration, now, preference.turnOf(registration.kommune())),
                            AdmissionFacts.SeminarFacts.of(registration.seminar())
                                    .withSeats(seats),
                            new AdmissionFacts.PeriodFacts(registration.periodId(), registration.subsidyCents(), 0, 0),
                            null));
        }
    }

    /**
     * Works out what fits.
     *
     * @param candidates in order of receipt
     * @param taken confirmed people by seminar id
     * @param availableCents money that can be reserved (R9)
     */
    static PromotionPlan of(List<Candidate> candidates, Map<Long, Integer> taken, long availableCents) {
        Remaining remaining = new Remaining(taken, availableCents);
        List<Long> promoted = new ArrayList<>();
        Map<Long, WaitingReason> newReasons = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            AdmissionFacts facts = remaining.seenBy(candidate.facts());
            AdmissionRules.Decision decision = AdmissionRules.decide(facts);
            if (decision instanceof AdmissionRules.Decision.Confirm) {
                promoted.add(candidate.registrationId());
                remaining.give(facts);
            } else if (decision instanceof AdmissionRules.Decision.Wait wait) {
                remaining.holdBack(facts, wait.reason());
                if (wait.reason() != candidate.reason()) {
                    newReasons.put(candidate.registrationId(), wait.reason());
                }
            }
            // Refused by another rule: it stays where it is and holds nobody back; the NSI decides.
        }
        return new PromotionPlan(promoted, newReasons);
    }

    /** What those before have left of seats, money and turns. */
    private static final class Remaining {
        private final Map<Long, Integer> taken;
        private long availableCents;
        private final Set<Long> seminarsHeldBack = new HashSet<>();
        private boolean moneyHeldBack;
        private final Set<String> funded = new HashSet<>();

        Remaining(Map<Long, Integer> taken, long availableCents) {
            this.taken = new HashMap<>(taken);
            this.availableCents = availableCents;
        }

        AdmissionFacts seenBy(AdmissionFacts facts) {
            AdmissionFacts.Turn turn = facts.applicant().turn();
            AdmissionFacts.SeminarFacts seminar = facts.seminar();
            return facts.withApplicant(facts.applicant().withTurn(turn.withFunded(funded.contains(turn.kommuneArs()))))
                    .withSeminar(seminar.withTaken(taken.get(seminar.id()))
                            .withAhead(seminarsHeldBack.contains(seminar.id()) ? 1 : 0))
                    .withPeriod(facts.period().withFunds(availableCents, moneyHeldBack ? 1 : 0));
        }

        void give(AdmissionFacts facts) {
            taken.merge(facts.seminar().id(), 1, Integer::sum);
            availableCents -= facts.period().subsidyCents();
            // Whoever pays alone takes nobody's turn.
            if (facts.period().subsidyCents() > 0) {
                funded.add(facts.applicant().turn().kommuneArs());
            }
        }

        void holdBack(AdmissionFacts facts, WaitingReason reason) {
            // Who waits until others than first persons are funded holds back nobody.
            if (!facts.isLaterPerson()) {
                seminarsHeldBack.add(facts.seminar().id());
                moneyHeldBack |= reason == WaitingReason.FUNDS;
            }
        }
    }
}
