package de.digitallotsen.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.shared.Happenings;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The occasions whose mails are still to be composed. */
@ApplicationScoped
class Occasions implements PanacheRepository<MailOccasion> {

    private static final String CONCERNED = " from registration r where r.seminar_id = ?4 and r.status in"
            + " ('CONFIRMED', 'WAITING') and r.registered_at <= ?3 order by r.id";

    private final Happenings happenings;

    Occasions(Happenings happenings) {
        this.happenings = happenings;
    }

    /** Notes it, in the transaction in which it happened. */
    void note(MailOccasion occasion) {
        persist(occasion);
        happenings.list(MailOccasion.class).add(occasion);
    }

    /**
     * The oldest one that is due, locked until the end of the transaction; whoever else looks meanwhile passes over it.
     * Those of one registration come one after the other, so that nobody reads of a cancellation before the
     * confirmation.
     */
    Optional<MailOccasion> claimNext(Instant now) {
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "select o.id from mail_occasion o where o.handled_at is null and o.next_attempt_at <= ?1"
                                + " and not exists (select 1 from mail_occasion e"
                                + " where e.registration_id = o.registration_id and e.id < o.id"
                                + " and e.handled_at is null)"
                                + " order by o.id limit 1 for update skip locked")
                .setParameter(1, now)
                .getResultList();
        return ids.stream().findFirst().map(id -> findById(((Number) id).longValue()));
    }

    /** The last one of these kinds of a registration. */
    Optional<MailOccasion> last(long registrationId, List<OccasionKind> kinds) {
        return find("registrationId = ?1 and kind in ?2 order by id desc", registrationId, kinds)
                .firstResultOptional();
    }

    /** Makes one of each registration of the seminar that is live and was there when it happened. */
    void spread(MailOccasion occasion) {
        getEntityManager()
                .createNativeQuery(
                        "insert into mail_occasion (kind, registration_id, seminar_id, participant_id, facts,"
                                + " occurred_at, next_attempt_at)"
                                + " select ?1, r.id, r.seminar_id, r.participant_id, ?2, ?3, ?3" + CONCERNED)
                .setParameter(1, occasion.kind().name())
                .setParameter(2, occasion.facts())
                .setParameter(3, occasion.occurredAt())
                .setParameter(4, occasion.seminarId())
                .executeUpdate();
    }

    /** The registrations for which {@link #spread} would make one now, in order of receipt. */
    List<Registration> concerned(MailOccasion occasion) {
        return getEntityManager()
                .createQuery(
                        "select r from Registration r join fetch r.participant join fetch r.kommune"
                                + " where r.seminar.id = :seminar and r.status in (CONFIRMED, WAITING)"
                                + " and r.registeredAt <= :now order by r.id",
                        Registration.class)
                .setParameter("seminar", occasion.seminarId())
                .setParameter("now", occasion.occurredAt())
                .getResultList();
    }

    /** What is still to be written to somebody whose details were wrong is written to the right ones. */
    void readdress(Registration registration, Participant was) {
        getEntityManager()
                .createNativeQuery("update mail_occasion set participant_id = ?1"
                        + " where registration_id = ?2 and participant_id = ?3 and handled_at is null")
                .setParameter(1, registration.participant().id())
                .setParameter(2, registration.id())
                .setParameter(3, was.id())
                .executeUpdate();
    }

    /** Those whose mails are still to be composed. */
    long countOpen() {
        return count("handledAt is null");
    }

    /** Since when the oldest of them has waited; null if there is none. */
    Instant oldestOpen() {
        return getEntityManager()
                .createQuery("select min(o.occurredAt) from MailOccasion o where o.handledAt is null", Instant.class)
                .getSingleResult();
    }

    /** Position on the waiting list of its seminar, counted from 1 in order of receipt. */
    int waitingPosition(long seminarId, long registrationId) {
        return getEntityManager()
                .createQuery(
                        "select count(r) from Registration r where r.seminar.id = :seminar"
                                + " and r.status = WAITING and r.id <= :id",
                        Long.class)
                .setParameter("seminar", seminarId)
                .setParameter("id", registrationId)
                .getSingleResult()
                .intValue();
    }

    /**
     * Notes a reminder, unless it was noted before.
     *
     * @param onceKey says of which registration, which day and which reminder
     * @return false if there was one
     */
    boolean remindOnce(OccasionKind kind, long registrationId, String onceKey, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert ignore into mail_occasion (kind, registration_id, seminar_id,"
                                + " participant_id, once_key, occurred_at, next_attempt_at)"
                                + " select ?1, r.id, r.seminar_id, r.participant_id, ?2, ?3, ?3"
                                + " from registration r where r.id = ?4")
                        .setParameter(1, kind.name())
                        .setParameter(2, onceKey)
                        .setParameter(3, now)
                        .setParameter(4, registrationId)
                        .executeUpdate()
                == 1;
    }
}
