package de.digitallotsen.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lines of a list have taken so far, or would have: each finds what those before it left. */
final class ListTally {

    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<Long, Integer> seats = new HashMap<>();
    private final Map<Long, Integer> queues = new HashMap<>();
    private final Map<Long, Long> cents = new HashMap<>();
    private final Map<Long, Integer> waitForFunds = new HashMap<>();
    private final Map<String, Integer> people = new HashMap<>();
    private final Map<String, Integer> funded = new HashMap<>();

    /** What the next line finds, and what of it is only because of those before. */
    AdmissionFacts after(AdmissionFacts facts, String ars, String person) {
        AdmissionFacts.Applicant applicant = facts.applicant();
        AdmissionFacts.SeminarFacts seminar = facts.seminar();
        AdmissionFacts.PeriodFacts period = facts.period();
        AdmissionFacts.BeforeInList before = before(facts, ars, person);
        AdmissionFacts after = facts.after(before)
                .withApplicant(applicant
                        .withUsed(usedAfter(applicant, before))
                        .withTurn(applicant.turn().withFunded(funded.containsKey(ars))))
                .withSeminar(seminar.withTaken(seminar.taken() + before.seats())
                        .withAhead(seminar.ahead() + before.waiting()));
        return period == null
                ? after
                : after.withPeriod(period.withFunds(
                        period.availableCents() - before.cents(), period.ahead() + before.waitingForMoney()));
    }

    private AdmissionFacts.BeforeInList before(AdmissionFacts facts, String ars, String person) {
        long seminar = facts.seminar().id();
        Long period = facts.period() == null ? null : facts.period().id();
        return new AdmissionFacts.BeforeInList(
                List.copyOf(places.getOrDefault(ars, List.of())),
                seats.getOrDefault(seminar, 0),
                queues.getOrDefault(seminar, 0),
                cents.getOrDefault(period, 0L),
                waitForFunds.getOrDefault(period, 0),
                people.get(person),
                facts.applicant().turn().funded() ? null : funded.get(ars));
    }

    private static List<AdmissionFacts.PlaceUser> usedAfter(
            AdmissionFacts.Applicant applicant, AdmissionFacts.BeforeInList before) {
        List<AdmissionFacts.PlaceUser> used = new ArrayList<>(applicant.used());
        before.places().forEach(number -> used.add(new AdmissionFacts.PlaceUser("")));
        return used;
    }

    void confirmed(int number, AdmissionFacts facts, String ars, String person) {
        taken(number, facts, ars, person);
        if (facts.period().subsidyCents() > 0) {
            funded.putIfAbsent(ars, number);
        }
        seats.merge(facts.seminar().id(), 1, Integer::sum);
        cents.merge(facts.period().id(), facts.period().subsidyCents(), Long::sum);
    }

    void waits(int number, AdmissionFacts facts, String ars, String person, WaitingReason reason) {
        taken(number, facts, ars, person);
        boolean inTheWay = !facts.isLaterPerson();
        queues.merge(facts.seminar().id(), inTheWay ? 1 : 0, Integer::sum);
        waitForFunds.merge(facts.period().id(), inTheWay && reason == WaitingReason.FUNDS ? 1 : 0, Integer::sum);
    }

    private void taken(int number, AdmissionFacts facts, String ars, String person) {
        if (!facts.applicant().selfPaying().asked()) {
            places.computeIfAbsent(ars, kommune -> new ArrayList<>()).add(number);
        }
        people.put(person, number);
    }
}
