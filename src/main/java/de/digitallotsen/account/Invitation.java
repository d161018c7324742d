package de.digitallotsen.account;

import java.time.Duration;
import java.time.Instant;

import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A link with which one person makes an account, once. The database knows only the hash of its token. */
@Entity
@Table(name = "invitation")
public class Invitation {

    /** How long the link can be used. */
    public static final Duration VALID = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "token_hash")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;

    @Column(name = "kommune_ars")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String kommuneArs;

    /** Empty only where the portal itself invites the first of a side. */
    private String email;

    /** By which the address is the same as another (R37); empty where there is none. */
    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "invited_by")
    private Long invitedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Version
    private int version;

    protected Invitation() {}

    static Invitation of(Role role, String kommuneArs, String token, Instant now) {
        Invitation invitation = new Invitation();
        invitation.tokenHash = Hashes.sha256(token);
        invitation.role = role;
        invitation.kommuneArs = kommuneArs;
        invitation.createdAt = now;
        invitation.expiresAt = now.plus(VALID);
        return invitation;
    }

    /** Only the holder of this mailbox can use it, as long as the one who invites may (R32). */
    Invitation to(String address, long inviter) {
        email = address;
        emailKey = EmailAddress.keyOf(address);
        invitedBy = inviter;
        return this;
    }

    /** The Kommune has ended: who was invited joins its successor. */
    void moveTo(String otherKommuneArs) {
        kommuneArs = otherKommuneArs;
    }

    boolean isUsable(Instant now) {
        return acceptedAt == null && now.isBefore(expiresAt);
    }

    void accept(Instant now) {
        acceptedAt = now;
    }

    /** Replaced by a newer link, taken back, or its sender is locked. */
    void withdraw(Instant now) {
        if (now.isBefore(expiresAt)) {
            expiresAt = now;
        }
    }

    Long id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public String kommuneArs() {
        return kommuneArs;
    }

    /** What compares the address (R37). */
    String emailKey() {
        return emailKey;
    }

    /** Null only where the portal itself invites. */
    public String email() {
        return email;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
