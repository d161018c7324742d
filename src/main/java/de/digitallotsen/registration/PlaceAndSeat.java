package de.digitallotsen.registration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.places.Places;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What somebody new takes before the money: a place of the Kommune (R3), then a seat of the seminar or a position on
 * its waiting list (R6, R13), in this order. What was read before is only a hint, the guarded UPDATEs decide.
 */
@ApplicationScoped
class PlaceAndSeat {

    private final Admission admission;
    private final FirstPersons firstPersons;
    private final Places places;
    private final Seminars seminars;
    private final FundingPeriods periods;
    private final Journal journal;

    PlaceAndSeat(
            Admission admission,
            FirstPersons firstPersons,
            Places places,
            Seminars seminars,
            FundingPeriods periods,
            Journal journal) {
        this.admission = admission;
        this.firstPersons = firstPersons;
        this.places = places;
        this.seminars = seminars;
        this.periods = periods;
        this.journal = journal;
    }

    /**
     * Locks everything that several newcomers will take but the money, in the fixed order: the places of all Kommunen
     * by ascending key, then all seminars by ascending id. One after the other would take the places of the second
     * after the seminar of the first.
     */
    void lock(List<Application.Checked> newcomers) {
        newcomers.stream()
                .sorted(Comparator.comparing(newcomer -> newcomer.kommune().ars()))
                .forEach(this::lockPlaces);
        Map<Long, Seminar> wanted = newcomers.stream()
                .map(Application.Checked::seminar)
                .collect(Collectors.toMap(Seminar::id, Function.identity(), (one, same) -> one));
        seminars.lock(wanted.keySet());
        // They were read before, perhaps while somebody else had them.
        wanted.values().forEach(journal::refresh);
    }

    private void lockPlaces(Application.Checked newcomer) {
        Seminar seminar = newcomer.seminar();
        periods.payingFor(seminar.firstDay(), seminar.lastDay(), seminar.dates())
                .ifPresent(period -> {
                    String ars = newcomer.kommune().ars();
                    if (!places.lock(period.programme(), period.id(), ars)) {
                        look(newcomer, null);
                        places.lock(period.programme(), period.id(), ars);
                    }
                });
    }

    /** Reads places, person and money anew; a Kommune that comes for the first time is granted its places. */
    Admission.Case look(Application.Checked application, String reference) {
        Admission.Question question = new Admission.Question(
                application.seminar(),
                application.kommune(),
                application.participant().personKey(),
                application.selfPaying());
        Admission.Case asked = admission.newcomer(question, reference);
        if (asked.period().isPresent()
                && asked.places().isEmpty()
                && asked.facts().applicant().eligibility().eligible()) {
            FundingPeriod period = asked.period().get();
            places.grant(period.programme(), period.id(), application.kommune());
            return admission.newcomer(question, reference);
        }
        return asked;
    }

    /**
     * The number of the place, or null if there is none any more: somebody was faster, or the Ministry has lowered the
     * number of places between the two reads, so that the rules saw one that the rows do not have.
     */
    Integer takePlace(Admission.Case asked, String reference) {
        FundingPeriod period = asked.period().orElseThrow();
        Optional<Places.PlaceUse> free = asked.freePlace();
        if (free.isEmpty()) {
            journal.refresh(period.programme());
            return null;
        }
        int wanted = free.get().number();
        boolean taken =
                places.take(period.programme(), period.id(), asked.kommune().ars(), wanted, reference);
        return taken ? wanted : null;
    }

    /** True: has a seat. False: is on the waiting list. Empty: the seminar is no longer what was read; look again. */
    Optional<Boolean> takeSeatOrQueue(Application.Checked application, Admission.Case asked) {
        long seminar = application.seminar().id();
        int version = application.seminar().version();
        Instant now = asked.facts().now();
        if (seminars.takeSeat(seminar, version, now)) {
            return Optional.of(true);
        }
        if (asked.facts().applicant().turn().firstPersonsUntil() != null
                && takeSeatPastLaterPersons(application, asked)) {
            return Optional.of(true);
        }
        return application.acceptWaiting() && seminars.queueNewcomer(seminar, version, now)
                ? Optional.of(false)
                : Optional.empty();
    }

    /** Who waits until others than first persons are funded does not keep a first person from a seat. */
    private boolean takeSeatPastLaterPersons(Application.Checked application, Admission.Case asked) {
        long seminar = application.seminar().id();
        seminars.lock(List.of(seminar));
        return !asked.facts().isLaterPerson()
                && firstPersons.onlyLaterPersonsWait(
                        application.seminar(), asked.facts().period().id())
                && seminars.takeSeatPastWaiting(
                        seminar, application.seminar().version(), asked.facts().now());
    }
}
