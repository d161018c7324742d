package de.digitallotsen.account;

import java.time.Duration;
import java.time.Instant;

import de.digitallotsen.shared.Hashes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A link with which somebody who has forgotten the password chooses a new one, once. The database knows only the hash
 * of its token.
 */
@Entity
@Table(name = "password_reset")
public class PasswordReset {

    /** How long the link can be used. */
    public static final Duration VALID = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "token_hash")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String tokenHash;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected PasswordReset() {}

    static PasswordReset of(long userId, String token, Instant now) {
        PasswordReset reset = new PasswordReset();
        reset.tokenHash = Hashes.sha256(token);
        reset.userId = userId;
        reset.createdAt = now;
        reset.expiresAt = now.plus(VALID);
        return reset;
    }

    boolean isUsable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    Long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
