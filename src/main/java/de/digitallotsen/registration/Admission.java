package de.digitallotsen.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.places.Places;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;

/** Gathers what {@link AdmissionRules} look at. Plain reads: a hint for the writer, the answer for a preview. */
@ApplicationScoped
class Admission {

    private final Registrations registrations;
    private final FundingPeriods periods;
    private final Money money;
    private final Kommunen kommunen;

    Admission(Registrations registrations, FundingPeriods periods, Money money, Kommunen kommunen) {
        this.registrations = registrations;
        this.periods = periods;
        this.money = money;
        this.kommunen = kommunen;
    }

    /** What a registration would take from: budget and places, and the time at which it asks. */
    @Singleton
    static class Money {
        private final Budget budget;
        private final Places places;
        private final FirstPersons firstPersons;
        private final Clock clock;

        Money(Budget budget, Places places, FirstPersons firstPersons, Clock clock) {
            this.budget = budget;
            this.places = places;
            this.firstPersons = firstPersons;
            this.clock = clock;
        }
    }

    /**
     * What there is to say to a question.
     *
     * @param period the period that pays, or empty
     * @param places the places of the Kommune in that period's programme
     * @param facts what the rules look at
     */
    record Case(
            Seminar seminar,
            Kommune kommune,
            Optional<FundingPeriod> period,
            List<Places.PlaceUse> places,
            AdmissionFacts facts) {
        /** The first place that nobody uses; empty if all are used. */
        Optional<Places.PlaceUse> freePlace() {
            return places.stream().filter(Places.PlaceUse::free).findFirst();
        }
    }

    /**
     * May this Kommune send this person to this seminar?
     *
     * @param personKey the person (R4), or null if it is not known yet
     * @param selfPaying at its own cost, beyond its places (R5)
     */
    record Question(Seminar seminar, Kommune kommune, String personKey, boolean selfPaying) {}

    /**
     * Gathers the facts for somebody new.
     *
     * @param ownReference a place that this registration has already taken counts as free for it; null if none
     */
    Case newcomer(Question question, String ownReference) {
        Seminar seminar = question.seminar();
        Kommune kommune = question.kommune();
        String personKey = question.personKey();
        Instant now = money.clock.instant();
        Optional<FundingPeriod> period = periods.payingFor(seminar.firstDay(), seminar.lastDay(), seminar.dates());
        List<Places.PlaceUse> uses =
                period.map(p -> money.places.of(p.programme(), p.id(), kommune.ars())).orElse(List.of()).stream()
                        .map(use -> use.takenBy() != null && use.takenBy().equals(ownReference)
                                ? new Places.PlaceUse(use.number(), null, null)
                                : use)
                        .toList();
        AdmissionFacts.PersonFacts person = period.isEmpty() || personKey == null
                ? null
                : registrations
                        .liveOf(period.get().programme().id(), personKey)
                        .map(other -> describePerson(other, kommune))
                        .orElse(null);
        Budget.Standing standing =
                period.map(p -> money.budget.standing(p.id())).orElse(null);
        FirstPersons.Standing first =
                period.map(p -> money.firstPersons.of(p.id(), standing)).orElse(FirstPersons.Standing.OFF);
        AdmissionFacts facts = new AdmissionFacts(
                now,
                applicant(question, now, period, uses, first),
                seminarFacts(seminar, first),
                period.map(p -> periodFacts(question, p, standing, first)).orElse(null),
                person);
        return new Case(seminar, kommune, period, uses, facts);
    }

    private AdmissionFacts.Applicant applicant(
            Question question,
            Instant now,
            Optional<FundingPeriod> period,
            List<Places.PlaceUse> uses,
            FirstPersons.Standing first) {
        Kommune kommune = question.kommune();
        Eligibility eligibility = kommune.eligibilityOn(German.berlinDay(now));
        int total = period.map(p -> p.programme().placesPerKommune()).orElse(0);
        return new AdmissionFacts.Applicant(
                kommune.displayName(),
                eligibility,
                kommunen.displayName(eligibility.registerThroughArs()),
                total,
                describe(uses, total),
                first.turnOf(kommune),
                new AdmissionFacts.SelfPaying(
                        question.selfPaying(),
                        period.map(p -> p.programme().selfPayers()).orElse(false)));
    }

    /** Names only who uses the places once all are used: nobody needs them before. */
    private List<AdmissionFacts.PlaceUser> describe(List<Places.PlaceUse> uses, int total) {
        List<Places.PlaceUse> used = uses.stream().filter(use -> !use.free()).toList();
        if (used.size() < total) {
            return used.stream().map(use -> new AdmissionFacts.PlaceUser("")).toList();
        }
        List<Registration> holders = registrations.withReferences(used.stream()
                .map(Places.PlaceUse::takenBy)
                .filter(java.util.Objects::nonNull)
                .toList());
        return used.stream()
                .map(use -> use.earlierUse() != null
                        ? new AdmissionFacts.PlaceUser(Messages.text("place.earlier", "period", use.earlierUse()))
                        : new AdmissionFacts.PlaceUser(holders.stream()
                                .filter(r -> r.reference().equals(use.takenBy()))
                                .findFirst()
                                .map(Admission::describe)
                                .orElse("")))
                .toList();
    }

    private static String describe(Registration registration) {
        return Messages.text(
                "place.taken",
                "person",
                registration.participant().fullName(),
                "status",
                registration.status(),
                "seminar",
                registration.seminar().title(),
                "day",
                registration.seminar().firstDay(),
                "reference",
                Reference.spoken(registration.reference()));
    }

    static AdmissionFacts.PersonFacts describePerson(Registration other, Kommune asking) {
        return new AdmissionFacts.PersonFacts(
                other.kommune().heir().equals(asking.heir())
                        ? Messages.text(
                                "person.here",
                                "seminar",
                                other.seminar().title(),
                                "day",
                                other.seminar().firstDay(),
                                "reference",
                                Reference.spoken(other.reference()))
                        : Messages.text("person.elsewhere"));
    }

    private AdmissionFacts.SeminarFacts seminarFacts(Seminar seminar, FirstPersons.Standing first) {
        return new AdmissionFacts.SeminarFacts(
                seminar.id(),
                seminar.status(),
                seminar.opensAt(),
                seminar.closesAt(),
                seminar.firstDay(),
                seminar.lastDay(),
                seminar.capacity(),
                seminar.seatsTaken(),
                money.firstPersons.aheadForSeat(first, seminar),
                seminar.feeCents());
    }

    private AdmissionFacts.PeriodFacts periodFacts(
            Question question, FundingPeriod period, Budget.Standing standing, FirstPersons.Standing first) {
        long subsidy = Programme.subsidyOf(
                question.seminar().feeCents(),
                question.selfPaying() ? 0 : period.programme().subsidyRateBasisPoints());
        int ahead = standing.waitingForFunds() == 0 ? 0 : money.firstPersons.aheadForFunds(first, period.id());
        return new AdmissionFacts.PeriodFacts(
                period.id(), subsidy, standing.totals().available(), ahead);
    }

    /**
     * True if only first persons are funded and nobody waits in the seminar who would be overtaken; its row is locked.
     * False also if the preference has just ended: then those who wait are to be counted anew.
     */
    boolean onlyLaterPersonsWait(Seminar seminar, long periodId) {
        FirstPersons.Standing standing = money.firstPersons.of(periodId);
        return standing.isOn() && money.firstPersons.aheadForSeat(standing, seminar) == 0;
    }

    /** See {@link FirstPersons#mayHave}. */
    boolean mayHaveMoney(Registration newcomer) {
        return money.firstPersons.mayHave(newcomer);
    }
}
