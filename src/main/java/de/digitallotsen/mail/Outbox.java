package de.digitallotsen.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.mail.OutboxMail.Content;
import de.digitallotsen.mail.OutboxMail.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Takes mails that are written; they go out after the writer's transaction. */
@ApplicationScoped
public class Outbox {

    private final EntityManager database;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(EntityManager database, MailSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How things stand: mails that wait, mails that failed, and since when the oldest that waits has waited.
     *
     * @param oldest null if none waits
     */
    public record Backlog(long pending, long failed, Instant oldest) {}

    /** Puts a mail in. In the demo it is only shown. */
    public void put(OutboxMail.Subject about, Recipient recipient, Content content) {
        OutboxMail mail = OutboxMail.compose(about, recipient, settings.newMessageId(), content, clock.instant());
        if (settings.isDemo()) {
            mail.onlyShow();
        }
        database.persist(mail);
    }

    /** True if something was written to this person about this registration; what staff got does not count. */
    public boolean hasWrittenTo(String address, long registrationId) {
        return database.createQuery(
                                "select count(m) from OutboxMail m where m.registrationId = :registration"
                                        + " and m.recipient = :address and m.audience <> STAFF",
                                Long.class)
                        .setParameter("registration", registrationId)
                        .setParameter("address", address)
                        .getSingleResult()
                > 0;
    }

    /**
     * A mail that was composed.
     *
     * @param participantId of a person who attends or attended, else null
     */
    public record Written(Audience audience, String address, Long participantId) {}

    /**
     * To whom something was written on an occasion, as far as the mails are still there; not what was dropped unsent.
     */
    public List<Written> writtenOf(long occasionId) {
        return database.createQuery(
                        "select new " + Written.class.getName() + "(m.audience, m.recipient, m.participantId)"
                                + " from OutboxMail m where m.occasionId = :occasion and m.state <> OBSOLETE"
                                + " order by m.id",
                        Written.class)
                .setParameter("occasion", occasionId)
                .getResultList();
    }

    /** The address of a person was wrong: what has not gone there yet goes there no more, nor is it tried again. */
    public void dropUnsent(long registrationId, String address) {
        database.createQuery("update OutboxMail m set m.state = OBSOLETE, m.leaseUntil = null"
                        + " where m.registrationId = :registration and m.recipient = :address"
                        + " and m.audience <> STAFF and m.state in (PENDING, FAILED)")
                .setParameter("registration", registrationId)
                .setParameter("address", address)
                .executeUpdate();
    }

    /** How things stand, whoever asks. */
    public Backlog backlog() {
        long pending = database.createQuery(
                        "select count(m) from OutboxMail m where m.state in (PENDING, SENDING)", Long.class)
                .getSingleResult();
        long failed = database.createQuery("select count(m) from OutboxMail m where m.state = FAILED", Long.class)
                .getSingleResult();
        Instant oldest = database.createQuery(
                        "select min(m.createdAt) from OutboxMail m where m.state in (PENDING, SENDING)", Instant.class)
                .getSingleResult();
        return new Backlog(pending, failed, oldest);
    }
}
