package de.digitallotsen.registration;

import java.time.Instant;

import de.digitallotsen.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
        SUBSTITUTED,
        REBOOKED,
        SEMINAR_CANCELLED,
        FEE_CHANGED,
        PROMOTION_ENDED,
        CORRECTED
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

    protected RegistrationEvent() {
    }

    RegistrationEvent(long registrationId, Instant at, Kind kind, WaitingReason waitingReason, Role actorRole) {
        this.registrationId = registrationId;
        this.at = at;
        this.kind = kind;
        this.waitingReason = waitingReason;
        this.actorRole = actorRole;
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
}
