package de.digitallotsen.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

/**
 * Gives out mails to senders and takes their reports, in short transactions of its own: none is open while somebody
 * speaks to the mail server. A mail that is leased is nobody else's until the lease runs out.
 */
@RetryOnConflict
@ApplicationScoped
class Deliveries {

    /** Mails of one registration to one recipient go out in the order in which things happened. */
    private static final String IN_ORDER =
            " and not exists (select 1 from outbox_mail e where e.registration_id = m.registration_id"
                    + " and e.recipient = m.recipient"
                    + " and e.id < m.id and e.state in ('PENDING', 'SENDING'))"
                    + " order by m.id limit 1 for update skip locked";
    // Two queries: one with OR would sort, and lock all that it sorts.
    private static final String LOST =
            "select m.id from outbox_mail m where m.state = 'SENDING' and m.lease_until < ?1" + IN_ORDER;
    private static final String DUE =
            "select m.id from outbox_mail m where m.state = 'PENDING' and m.next_attempt_at <= ?1" + IN_ORDER;

    private final EntityManager database;
    private final ReminderCheck reminders;
    private final Clock clock;

    Deliveries(EntityManager database, ReminderCheck reminders, Clock clock) {
        this.database = database;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** The next mail that is due, leased to the caller; empty if there is none, or only such as others have. */
    @Transactional
    public Optional<Delivery> lease() {
        Instant now = clock.instant();
        for (Optional<OutboxMail> next = next(now); next.isPresent(); next = next(now)) {
            OutboxMail mail = next.get();
            if (!mail.kind().isReminder() || reminders.stillHolds(mail.occasionId())) {
                mail.lease(now);
                return Optional.of(mail.asDelivery());
            }
            mail.becomeObsolete();
            database.flush();
        }
        return Optional.empty();
    }

    private Optional<OutboxMail> next(Instant now) {
        return pick(LOST, now).or(() -> pick(DUE, now));
    }

    private Optional<OutboxMail> pick(String query, Instant now) {
        List<?> ids = database.createNativeQuery(query).setParameter(1, now).getResultList();
        return ids.stream().findFirst().map(id -> database.find(OutboxMail.class, ((Number) id).longValue()));
    }

    /** The mail server has taken it over. */
    @Transactional
    public void sent(Delivery delivery) {
        OutboxMail mail = locked(delivery);
        if (mail.isLeasedTo(delivery.attempt())) {
            mail.sent(clock.instant());
        }
    }

    /** The mail server has not taken it over. */
    @Transactional
    public void notSent(Delivery delivery, DeliveryFailure failure) {
        OutboxMail mail = locked(delivery);
        if (mail.isLeasedTo(delivery.attempt())) {
            mail.notSent(failure, clock.instant());
        }
    }

    private OutboxMail locked(Delivery delivery) {
        return database.find(OutboxMail.class, delivery.mailId(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The mail server is back: whatever waits because it was away is due at once. */
    @Transactional
    public void outageOver() {
        database.createNativeQuery("update outbox_mail set next_attempt_at = ?1 where state = 'PENDING' and outage"
                        + " and next_attempt_at > ?1")
                .setParameter(1, clock.instant())
                .executeUpdate();
    }
}
