package de.digitallotsen.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.Hashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Browsers in which somebody has signed in before. That says nothing about who sits there, and password and second
 * factor are asked for all the same; but the tries of strangers do not count against them, so that nobody can be locked
 * out by guessing. The database knows only the hash of a browser's token.
 */
@ApplicationScoped
public class KnownDevices {

    /** Unknown again after so long without signing in. */
    public static final Duration KEPT = Duration.ofDays(180);

    private final EntityManager database;
    private final Clock clock;

    KnownDevices(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The hash of the token, if somebody signed in to this account with it; empty for everybody else. */
    @SuppressWarnings("unchecked")
    Optional<String> known(String token, String emailKey) {
        if (token == null) {
            return Optional.empty();
        }
        List<Object> found = database.createNativeQuery("select d.token_hash from known_device d join user_account u"
                        + " on u.id = d.user_id where d.token_hash = ?1 and u.email_key = ?2 and d.expires_at > ?3")
                .setParameter(1, Hashes.sha256(token))
                .setParameter(2, emailKey)
                .setParameter(3, clock.instant())
                .getResultList();
        return found.stream().findFirst().map(String::valueOf);
    }

    /**
     * Somebody has signed in here: a new token, which takes the place of the old one for everybody who uses this
     * browser. Inside a transaction.
     */
    String remember(long userId, String oldToken) {
        String token = Hashes.randomToken();
        Instant now = clock.instant();
        execute("delete from known_device where expires_at <= ?1", now);
        if (oldToken != null) {
            execute(
                    "update known_device set token_hash = ?1 where token_hash = ?2",
                    Hashes.sha256(token),
                    Hashes.sha256(oldToken));
        }
        execute(
                "insert into known_device (token_hash, user_id, expires_at) values (?1, ?2, ?3)"
                        + " on duplicate key update expires_at = ?3",
                Hashes.sha256(token),
                userId,
                now.plus(KEPT));
        return token;
    }

    private void execute(String sql, Object... parameters) {
        var statement = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setParameter(i + 1, parameters[i]);
        }
        statement.executeUpdate();
    }
}
