package de.digitallotsen.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The registrations. */
@ApplicationScoped
public class Registrations implements PanacheRepository<Registration> {

    private final RegistrationBrake brake;

    Registrations(RegistrationBrake brake) {
        this.brake = brake;
    }

    /**
     * What stands in the way of somebody new.
     *
     * @param live the person's live registration in the programme, if there is one (R4)
     * @param brakedFor seconds until the Kommune may register this person; 0 if it need not wait
     */
    record Newcomer(Optional<Registration> live, long brakedFor) {
        /** Of somebody who is not known yet. */
        static final Newcomer UNKNOWN = new Newcomer(Optional.empty(), 0);
    }

    /** In one statement, unless the person is registered already. */
    Newcomer newcomer(long programmeId, String kommuneArs, String personKey) {
        RegistrationBrake.Answer answer = brake.ask(programmeId, kommuneArs, personKey);
        return new Newcomer(
                answer.liveId() == null
                        ? Optional.empty()
                        : find(
                                        "from Registration r join fetch r.seminar join fetch r.kommune where r.id = ?1",
                                        answer.liveId())
                                .firstResultOptional(),
                answer.brakedFor());
    }

    /**
     * Finds by reference, however it was typed; another Kommune's registration does not exist (R25).
     *
     * @throws RefusedException NOT_FOUND
     */
    public Registration require(Actor actor, String typedReference) {
        return Reference.parse(typedReference)
                .flatMap(this::withReference)
                .filter(registration -> actor.mayActFor(registration.kommune().ars()))
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    private Optional<Registration> withReference(String reference) {
        return find(
                        "from Registration r join fetch r.seminar join fetch r.kommune join fetch r.participant"
                                + " where r.reference = ?1",
                        reference)
                .firstResultOptional();
    }

    /** Locks the row until the end of the transaction and reads it anew. */
    void lockAndRefresh(Registration registration) {
        getEntityManager().refresh(registration, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The live registration of a person in a programme (R4), if there is one. By {@code live_person}, which has an
     * index; {@code person_key} has none.
     */
    Optional<Registration> liveOf(long programmeId, String personKey) {
        return find(
                        "from Registration r join fetch r.seminar join fetch r.kommune where r.programmeId = ?1"
                                + " and column(r.live_person as String) = ?2",
                        programmeId,
                        personKey)
                .firstResultOptional();
    }

    /**
     * The registration that an application was refused for, where it is the very same: this person, this date, this
     * Kommune. Empty for any other refusal, and where the application does not say for which Kommune.
     */
    Optional<Registration> alreadyBy(RefusedException refused, Application application) {
        if (refused.refusal() != RegistrationRefusal.PERSON_ALREADY_REGISTERED || application.kommuneArs() == null) {
            return Optional.empty();
        }
        return find(
                        "from Registration r join fetch r.seminar join fetch r.kommune where r.seminar.id = ?1"
                                + " and column(r.live_person as String) = ?2 and r.kommune.ars = ?3",
                        application.seminarId(),
                        application.participant().personKey(),
                        application.kommuneArs())
                .firstResultOptional();
    }

    /** Registrations with these references, with seminar and person. */
    List<Registration> withReferences(List<String> references) {
        return references.isEmpty()
                ? List.of()
                : list(
                        "from Registration r join fetch r.seminar join fetch r.participant"
                                + " where r.reference in ?1 order by r.placeNumber",
                        references);
    }

    /** Seminars of a period, still open, in which somebody waits for money. */
    List<Long> openSeminarsWaitingForFunds(long periodId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.seminar.id from Registration r where r.periodId = :period"
                                + " and r.status = WAITING and r.waitingReason = FUNDS"
                                + " and r.seminar.status = PUBLISHED and r.seminar.closesAt > :now",
                        Long.class)
                .setParameter("period", periodId)
                .setParameter("now", now)
                .getResultList();
    }

    /**
     * How many wait for money of a period and can still be promoted by the portal: their seminar's deadline has not
     * passed (R14).
     */
    int countPromotableForFunds(long periodId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select count(r) from Registration r where r.periodId = :period and r.status = WAITING"
                                + " and r.waitingReason = FUNDS"
                                + " and r.seminar.status = PUBLISHED and r.seminar.closesAt > :now",
                        Long.class)
                .setParameter("period", periodId)
                .setParameter("now", now)
                .getSingleResult()
                .intValue();
    }

    /**
     * R4: with this person it could go on.
     *
     * @throws RefusedException PERSON_ALREADY_REGISTERED with where that person is registered
     */
    void requireNotRegistered(Registration registration, String personKey) {
        liveOf(registration.programmeId(), personKey).ifPresent(other -> {
            throw AdmissionRules.alreadyRegistered(Admission.describePerson(other, registration.kommune()));
        });
    }

    private static final String TOLD_SINCE = "exists (select 1 from RegistrationEvent e where e.registrationId = r.id"
            + " and e.kind = PROMOTION_ENDED and e.at >= s.closesAt)";

    /** Who still waits after the deadline of a published seminar and was not told so yet, in order of receipt. */
    List<Registration> waitingPastDeadline(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select r from Registration r join fetch r.seminar s join fetch r.kommune"
                                + " join fetch r.participant where r.status = WAITING"
                                + " and s.status = PUBLISHED and s.closesAt <= :now and not " + TOLD_SINCE
                                + " order by r.id",
                        Registration.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** True unless it was told after the deadline as it stands that nobody is promoted any more. */
    boolean notToldYet(Registration registration) {
        return getEntityManager()
                        .createQuery(
                                "select count(r) from Registration r join r.seminar s where r.id = :id and "
                                        + TOLD_SINCE,
                                Long.class)
                        .setParameter("id", registration.id())
                        .getSingleResult()
                == 0;
    }

    /** Who waits in a seminar, in order of receipt. */
    List<Registration> waitingOf(long seminarId) {
        return list(
                "from Registration r join fetch r.kommune where r.seminar.id = ?1 and r.status = WAITING order by r.id",
                seminarId);
    }

    /** Who has a seat in a seminar or waits for one, in order of receipt. */
    List<Registration> openOf(long seminarId) {
        return list(
                "from Registration r join fetch r.kommune join fetch r.participant where r.seminar.id = ?1"
                        + " and r.status in (CONFIRMED, WAITING) order by r.id",
                seminarId);
    }

    private static final String TURN_COULD_COME =
            " where r.periodId = :period and r.status = WAITING and (r.waitingReason = FUNDS or s.id = :seminar)"
                    + " and s.status = PUBLISHED and s.closesAt > :now";

    /**
     * The seminars of {@link #waitingInOrder}, without loading anything that a lock taken afterwards would make stale.
     */
    List<Long> seminarsWaiting(long periodId, Long seminarId, Instant now) {
        return getEntityManager()
                .createQuery("select distinct s.id from Registration r join r.seminar s" + TURN_COULD_COME, Long.class)
                .setParameter("period", periodId)
                .setParameter("seminar", seminarId == null ? -1 : seminarId)
                .setParameter("now", now)
                .getResultList();
    }

    /**
     * Those whose turn could have come, in order of receipt (R14, R21): who waits in the seminar, and who waits for
     * money of the period anywhere. Only seminars that are published and whose deadline has not passed.
     */
    List<Registration> waitingInOrder(long periodId, Long seminarId, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select r from Registration r join fetch r.seminar s join fetch r.kommune" + TURN_COULD_COME
                                + " order by r.id",
                        Registration.class)
                .setParameter("period", periodId)
                .setParameter("seminar", seminarId == null ? -1 : seminarId)
                .setParameter("now", now)
                .getResultList();
    }

    /** Position on the waiting list of its seminar, counted from 1 in order of receipt. */
    int waitingPosition(long seminarId, long registrationId) {
        return (int) count("seminar.id = ?1 and status = WAITING and id <= ?2", seminarId, registrationId);
    }
}
