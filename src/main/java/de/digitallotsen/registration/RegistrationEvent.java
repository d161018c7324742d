package de.digitallotsen.registration;

import java.time.Instant;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One line of the history („Verlauf“) of a registration. */
@Entity
@Immutable
@Table(name = "registration_event")
public class RegistrationEvent {

    /** What happened. */
    public enum Kind {
        CONFIRMED,
        WAITING,
        /** From the waiting list to a seat (R14). */
        PROMOTED,
        /** Waits now for another reason than before. */
        REASON_CHANGED,
        ATTENDED,
        NO_SHOW,
        CANCELLED,
        /** Another person of the same Kommune takes over (R16). */
        SUBSTITUTED,
        /** The same person, written differently. */
        PERSON_CORRECTED,
        /** Moved to another date (R17). */
        REBOOKED,
        /** The NSI cancelled the whole seminar (R19). */
        SEMINAR_CANCELLED,
        /** The deadline passed; from now on only the NSI promotes, by hand (R14). */
        PROMOTION_ENDED,
        /** The NSI set what the Kommune owes, with a reason (R20). */
        FEE_CHANGED,
        /** The attendance was corrected after closing, and the difference booked (R20). */
        CORRECTED,
        /** Somebody wrote down on which days the person was there (R20). */
        ATTENDANCE_RECORDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "registration_id")
    private long registrationId;

    @Column(name = "at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "waiting_reason")
    private WaitingReason waitingReason;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "actor_role")
    private Role actorRole;

    @Column(name = "actor_id")
    private Long actorId;

    @Transient
    private String actorName;

    @Column(name = "days_before")
    private String daysBefore;

    @Column(name = "days_present")
    private String daysPresent;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "earlier_participant_id")
    private Participant earlierParticipant;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "earlier_seminar_id")
    private Seminar earlierSeminar;

    @Column(name = "due_cents")
    private Long dueCents;

    private String reason;

    protected RegistrationEvent() {}

    /** Somebody did something to a registration. */
    RegistrationEvent(RegistrationChanged change, Instant at) {
        Registration registration = change.registration();
        RegistrationChanged.State was = change.was();
        this.registrationId = registration.id();
        this.at = at;
        this.kind = change.kind();
        this.waitingReason = registration.waitingReason();
        this.actorRole = change.actor().role();
        this.actorId = change.actor().userId();
        this.reason = change.reason();
        if (change.days() != null) {
            this.daysBefore = change.days().before();
            this.daysPresent = change.days().now();
        }
        if (was != null) {
            this.earlierParticipant = was.participant().equals(registration.participant()) ? null : was.participant();
            this.earlierSeminar = was.seminar().equals(registration.seminar()) ? null : was.seminar();
            this.dueCents = was.dueCents() == registration.dueCents() ? null : (Long) registration.dueCents();
        }
    }

    long registrationId() {
        return registrationId;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    public WaitingReason waitingReason() {
        return waitingReason;
    }

    /** Who did it; null for the portal itself. */
    public Role actorRole() {
        return actorRole;
    }

    /** The account that did it; null for the portal itself, and for what is older than V105. */
    Long actorId() {
        return actorId;
    }

    /** How that account is called; null where nobody knows. */
    public String actorName() {
        return actorName;
    }

    RegistrationEvent by(String name) {
        actorName = name;
        return this;
    }

    /** On which days the person was there; null where this is not about attendance. */
    public DaysPresent days() {
        return daysPresent == null ? null : new DaysPresent(daysBefore, daysPresent);
    }

    /** Who it was before (R16); null if the person stayed. */
    public Participant earlierParticipant() {
        return earlierParticipant;
    }

    /** Which date it was before (R17); null if the date stayed. */
    public Seminar earlierSeminar() {
        return earlierSeminar;
    }

    /** What the Kommune owes from then on, in cents; null if that did not change. */
    public Long dueCents() {
        return dueCents;
    }

    /** Why, where a reason was asked for; else null. */
    public String reason() {
        return reason;
    }
}
