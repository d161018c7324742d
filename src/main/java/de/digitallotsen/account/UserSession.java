package de.digitallotsen.account;

import java.time.Duration;
import java.time.Instant;

import de.digitallotsen.shared.Hashes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Somebody is signed in. The access token names the session, so that signing out ends it at once on every instance. The
 * refresh token is used once: each use hands out the next one.
 */
@Entity
@Table(name = "user_session")
public class UserSession {

    /** Ends when nothing was asked for this long. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    /** Ends after this long however busy it is. */
    public static final Duration LONGEST = Duration.ofHours(10);
    /** Two requests sent at once may both carry the token that the first of them used up. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "refresh_hash")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String refreshHash;

    @Column(name = "previous_refresh_hash")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String previousRefreshHash;

    @Column(name = "refreshed_at")
    private Instant refreshedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String device;

    protected UserSession() {}

    /** @param device in words */
    static UserSession begin(long userId, String device, Instant now) {
        UserSession session = new UserSession();
        session.id = Hashes.sha256(Hashes.randomToken()).substring(0, 32);
        session.userId = userId;
        session.device = device;
        session.createdAt = now;
        session.refreshedAt = now;
        session.expiresAt = now.plus(LONGEST);
        return session;
    }

    /** A fresh token that names its session, so that a used one is recognised whenever it comes back. */
    String newRefreshToken() {
        return id + "." + Hashes.randomToken();
    }

    /** The session that a token names; what nobody issued names none. */
    static String idOf(String refreshToken) {
        int dot = refreshToken.indexOf('.');
        return dot < 0 ? "" : refreshToken.substring(0, dot);
    }

    /** Hands out the first refresh token. */
    void issue(String refreshToken) {
        refreshHash = Hashes.sha256(refreshToken);
    }

    /** True while it is neither ended nor too old nor idle for too long. */
    boolean isAlive(Instant now) {
        return endedAt == null
                && now.isBefore(expiresAt)
                && now.isBefore(refreshedAt.plus(IDLE).plus(GRACE));
    }

    /** True if the token is the current one, or the one before it a moment after it was used. */
    boolean accepts(String refreshToken, Instant now) {
        String hash = Hashes.sha256(refreshToken);
        return hash.equals(refreshHash) || (hash.equals(previousRefreshHash) && now.isBefore(refreshedAt.plus(GRACE)));
    }

    /** Hands out the next refresh token; the current one is used up. */
    void rotate(String nextRefreshToken, Instant now) {
        previousRefreshHash = refreshHash;
        refreshHash = Hashes.sha256(nextRefreshToken);
        refreshedAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    public String id() {
        return id;
    }

    long userId() {
        return userId;
    }

    /** „Firefox unter Windows“, „Programm“. */
    public String device() {
        return device;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the browser last asked for a new token; at most five minutes before the last request. */
    public Instant refreshedAt() {
        return refreshedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
