package de.digitallotsen.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.shared.SearchText;
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
 * A mail to one recipient, composed once. Pending → sending, with a lease → sent or failed. It is tried again with
 * growing pauses; text and Message-ID stay the same, so that a mail that arrives twice after a crash can be recognised
 * as one.
 */
@Entity
@Table(name = "outbox_mail")
public class OutboxMail {

    /** Pauses after the first tries; the last one is repeated. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));
    /** Almost three days: a server that is down over a weekend loses nothing. */
    static final int MOST_TRIES = 21;
    /**
     * Longer than a sender waits for the mail server ({@link SmtpTransport}), so that it is really lost when the lease
     * has run out.
     */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final int LONGEST_ERROR = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "occasion_id", updatable = false)
    private long occasionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(updatable = false)
    private OccasionKind kind;

    @Column(name = "registration_id", updatable = false)
    private Long registrationId;

    @Column(name = "participant_id", updatable = false)
    private Long participantId;

    @Column(name = "about_participant_id", updatable = false)
    private Long aboutParticipantId;

    @Column(name = "about_former_id", updatable = false)
    private Long aboutFormerId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(updatable = false)
    private Audience audience;

    @Column(updatable = false)
    private String recipient;

    @Column(name = "message_id", updatable = false)
    private String messageId;

    @Column(updatable = false)
    private String subject;

    /** Folded words of recipient and subject (adr/0051): personal data like these, and gone with the row (R27). */
    @Column(name = "search_text")
    private String searchText;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(name = "text_body", updatable = false)
    private String text;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(name = "html_body", updatable = false)
    private String html;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(updatable = false)
    private String calendar;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MailState state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    private boolean outage;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    protected OutboxMail() {}

    /** A mail that waits to be sent. */
    static OutboxMail compose(Subject about, Recipient recipient, String messageId, Content content, Instant now) {
        OutboxMail mail = new OutboxMail();
        mail.occasionId = about.occasionId();
        mail.kind = about.kind();
        mail.registrationId = about.registrationId();
        mail.participantId = recipient.participantId();
        mail.aboutParticipantId = about.participantId();
        mail.aboutFormerId = about.formerId();
        mail.audience = recipient.audience();
        mail.recipient = recipient.address();
        mail.messageId = messageId;
        mail.subject = content.subject();
        mail.searchText = SearchText.of(SearchText.address(mail.recipient), recipient.name(), mail.subject);
        mail.text = content.text();
        mail.html = content.html();
        mail.calendar = content.calendar();
        mail.state = MailState.PENDING;
        mail.createdAt = now;
        mail.nextAttemptAt = now;
        return mail;
    }

    /**
     * What a mail is about.
     *
     * @param registrationId null unless it is about a registration
     * @param participantId who took part when it happened; null unless it is about a registration
     * @param formerId whose place that one took over by it, else null
     */
    public record Subject(long occasionId, OccasionKind kind, Long registrationId, Long participantId, Long formerId) {}

    /**
     * Who gets a mail.
     *
     * @param participantId if it is a person who attends, else null
     */
    public record Recipient(Audience audience, String address, String name, Long participantId) {}

    /**
     * What stands in a mail.
     *
     * @param calendar iCalendar objects one after the other, or null
     */
    public record Content(String subject, String text, String html, String calendar) {}

    /** In the demo nothing leaves the house. */
    void onlyShow() {
        state = MailState.SHOWN;
    }

    /** A sender takes it; the number of the attempt is its token. */
    void lease(Instant now) {
        state = MailState.SENDING;
        leaseUntil = now.plus(LEASE);
        attempts++;
    }

    /** True while the sender with this token still has it; it may have been lost and taken by another one. */
    boolean isLeasedTo(int attempt) {
        return state == MailState.SENDING && attempts == attempt;
    }

    void sent(Instant now) {
        state = MailState.SENT;
        leaseUntil = null;
        outage = false;
        lastError = null;
        sentAt = now;
    }

    /** Tried again later, unless it was refused for good or tried often enough. */
    void notSent(DeliveryFailure failure, Instant now) {
        leaseUntil = null;
        outage = failure.kind() == DeliveryFailure.Kind.OUTAGE;
        lastError =
                failure.getMessage().substring(0, Math.min(failure.getMessage().length(), LONGEST_ERROR));
        boolean over = failure.kind() == DeliveryFailure.Kind.REFUSED_FOR_GOOD || attempts >= MOST_TRIES;
        state = over ? MailState.FAILED : MailState.PENDING;
        nextAttemptAt = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1));
    }

    /** Worth nothing any more. */
    void becomeObsolete() {
        state = MailState.OBSOLETE;
        leaseUntil = null;
    }

    /** True if the NSI can have it sent anew: it failed, or it waits for a try that is some time away. */
    boolean isRetryable() {
        return state == MailState.FAILED || (state == MailState.PENDING && attempts > 0);
    }

    /** From the beginning, at once. */
    void retry(Instant now) {
        state = MailState.PENDING;
        attempts = 0;
        outage = false;
        nextAttemptAt = now;
    }

    /** What is handed over to the mail server. */
    Delivery asDelivery() {
        return new Delivery(id, attempts, recipient, messageId, new Content(subject, text, html, calendar));
    }

    long occasionId() {
        return occasionId;
    }

    OccasionKind kind() {
        return kind;
    }

    MailState state() {
        return state;
    }

    Long id() {
        return id;
    }
}
