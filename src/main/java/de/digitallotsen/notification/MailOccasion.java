package de.digitallotsen.notification;

import java.time.Duration;
import java.time.Instant;

import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.OutboxMail;
import de.digitallotsen.registration.Registration;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Something that people have to be told of. Written in the transaction in which it happened, so that nothing is
 * acknowledged without it; its mails are composed afterwards, by {@link ComposeMails}.
 */
@Entity
@Table(name = "mail_occasion")
public class MailOccasion {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(updatable = false)
    private OccasionKind kind;

    @Column(name = "registration_id", updatable = false)
    private Long registrationId;

    @Column(name = "seminar_id", updatable = false)
    private Long seminarId;

    @Column(name = "period_id", updatable = false)
    private Long periodId;

    @Column(name = "participant_id", updatable = false)
    private Long participantId;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(updatable = false)
    private String facts;

    @Column(name = "occurred_at", updatable = false)
    private Instant occurredAt;

    @Column(name = "handled_at")
    private Instant handledAt;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    protected MailOccasion() {}

    /** Something that happened to a registration, with its person and its seminar as they are now. */
    static MailOccasion of(OccasionKind kind, Registration registration, String facts, Instant now) {
        MailOccasion occasion = of(kind, registration.seminar().id(), facts, now);
        occasion.registrationId = registration.id();
        occasion.participantId = registration.participant().id();
        return occasion;
    }

    /** Something that concerns everybody in a seminar. */
    static MailOccasion of(OccasionKind kind, long seminarId, String facts, Instant now) {
        MailOccasion occasion = of(kind, facts, now);
        occasion.seminarId = seminarId;
        return occasion;
    }

    /** Something that concerns the money of a period. */
    static MailOccasion ofPeriod(OccasionKind kind, long periodId, String facts, Instant now) {
        MailOccasion occasion = of(kind, facts, now);
        occasion.periodId = periodId;
        return occasion;
    }

    private static MailOccasion of(OccasionKind kind, String facts, Instant now) {
        MailOccasion occasion = new MailOccasion();
        occasion.kind = kind;
        occasion.facts = facts;
        occasion.occurredAt = now;
        occasion.nextAttemptAt = now;
        return occasion;
    }

    /** The same for one registration of the seminar; never stored, see {@link Occasions#spread}. */
    MailOccasion about(Registration registration) {
        return of(kind, registration, facts, occurredAt);
    }

    /** Its mails are composed, or there was nothing to say. */
    void handled(Instant now) {
        handledAt = now;
    }

    boolean isHandled() {
        return handledAt != null;
    }

    /**
     * Its mails could not be composed: a fault of ours. Tried again for ever, with growing pauses, because nothing may
     * be lost.
     */
    void postpone(Instant now) {
        attempts++;
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts, 8));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    boolean concernsWholeSeminar() {
        return registrationId == null && seminarId != null;
    }

    /**
     * What a mail about it says that it is about.
     *
     * @param formerId whose place somebody took over, or null
     */
    OutboxMail.Subject subject(Long formerId) {
        return new OutboxMail.Subject(id, kind, registrationId, participantId, formerId);
    }

    Long id() {
        return id;
    }

    OccasionKind kind() {
        return kind;
    }

    Long registrationId() {
        return registrationId;
    }

    Long seminarId() {
        return seminarId;
    }

    /** Null unless the money of a period is concerned. */
    Long periodId() {
        return periodId;
    }

    Long participantId() {
        return participantId;
    }

    String facts() {
        return facts;
    }

    Instant occurredAt() {
        return occurredAt;
    }
}
