package de.digitallotsen.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers what {@link AdmissionRules} look at. Plain reads: a hint for the writer, the answer for a preview. */
@ApplicationScoped
class Admission {

    private final Registrations registrations;
    private final FundingPeriods periods;
    private final Budget budget;
    private final Places places;
    private final FirstPersons firstPersons;
    private final Kommunen kommunen;
    private final Clock clock;

    Admission(
            Registrations registrations,
            FundingPeriods periods,
            Budget budget,
            Places places,
            FirstPersons firstPersons,
            Kommunen kommunen,
            Clock clock) {
        this.registrations = registrations;
        this.periods = periods;
        this.budget = budget;
        this.places = places;
        this.firstPersons = firstPersons;
        this.kommunen = kommunen;
        this.clock = clock;
    }

    /**
     * What there is to say to a question.
     *
     * @param kommune that asks
     * @param period the period that pays, or empty
     * @param places the places of the Kommune in that period's programme
     * @param facts what the rules look at
     */
    record Case(Kommune kommune, Optional<FundingPeriod> period, List<Places.PlaceUse> places, AdmissionFacts facts) {
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
        Instant now = clock.instant();
        Optional<FundingPeriod> period = periods.payingFor(seminar.firstDay(), seminar.lastDay(), seminar.dates());
        List<Places.PlaceUse> uses =
                period.map(p -> places.of(p.programme(), p.id(), kommune.ars())).orElse(List.of()).stream()
                        .map(use -> use.takenBy() != null && use.takenBy().equals(ownReference)
                                ? new Places.PlaceUse(use.number(), null, null)
                                : use)
                        .toList();
        Registrations.Newcomer newcomer = period.isEmpty() || personKey == null
                ? Registrations.Newcomer.UNKNOWN
                : registrations.newcomer(period.get().programme().id(), kommune.ars(), personKey);
        Budget.Standing standing = period.map(p -> budget.standing(p.id())).orElse(null);
        FirstPersons.Preference preference =
                period.map(p -> firstPersons.of(p.id(), standing)).orElse(FirstPersons.Preference.OFF);
        AdmissionFacts facts = new AdmissionFacts(
                now,
                applicant(question, now, period, uses, preference).withBrake(newcomer.brakedFor()),
                AdmissionFacts.SeminarFacts.of(seminar).withAhead(firstPersons.aheadForSeat(preference, seminar)),
                period.map(p -> periodFacts(question, p, standing, preference)).orElse(null),
                newcomer.live().map(other -> describePerson(other, kommune)).orElse(null));
        return new Case(kommune, period, uses, facts);
    }

    /** Why a Kommune has no place left in the period that runs today; empty if it has one, or none runs. */
    Optional<RefusedException> limitReached(Kommune kommune) {
        return periods.current(German.berlinDay(clock.instant())).flatMap(period -> {
            Programme programme = period.programme();
            int total = programme.placesPerKommune();
            List<AdmissionFacts.PlaceUser> used = describe(places.of(programme, period.id(), kommune.ars()), total);
            return used.size() < total
                    ? Optional.empty()
                    : Optional.of(
                            AdmissionRules.limitReached(kommune.displayName(), total, programme.selfPayers(), used));
        });
    }

    private AdmissionFacts.Applicant applicant(
            Question question,
            Instant now,
            Optional<FundingPeriod> period,
            List<Places.PlaceUse> uses,
            FirstPersons.Preference preference) {
        Kommune kommune = question.kommune();
        Eligibility eligibility = kommune.eligibilityOn(German.berlinDay(now));
        int total = period.map(p -> p.programme().placesPerKommune()).orElse(0);
        return new AdmissionFacts.Applicant(
                kommune.displayName(),
                eligibility,
                kommunen.displayName(eligibility.registerThroughArs()),
                total,
                describe(uses, total),
                preference.turnOf(kommune),
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
                .filter(Objects::nonNull)
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
                other.kommune().lastSuccessor().equals(asking.lastSuccessor())
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

    private AdmissionFacts.PeriodFacts periodFacts(
            Question question, FundingPeriod period, Budget.Standing standing, FirstPersons.Preference preference) {
        long subsidy = Programme.subsidyOf(
                question.seminar().feeCents(),
                question.selfPaying() ? 0 : period.programme().subsidyRateBasisPoints());
        int ahead = standing.waitingForFunds() == 0 ? 0 : firstPersons.aheadForFunds(preference, period.id());
        return new AdmissionFacts.PeriodFacts(
                period.id(), subsidy, standing.totals().available(), ahead);
    }
}
