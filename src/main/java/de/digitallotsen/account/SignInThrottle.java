package de.digitallotsen.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The brake on guessing passwords, shared by all instances through the database: few tries for one account from one address,
 * more for one account from anywhere (so that a stranger cannot lock somebody out with five tries), and more for one address
 * (so that a Kommune behind one proxy can work).
 */
@ApplicationScoped
class SignInThrottle {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    static final int PER_ACCOUNT = 30;
    static final int PER_ADDRESS = 100;

    private final EntityManager database;
    private final Clock clock;

    SignInThrottle(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static Map<String, Integer> limits(String email, String address) {
        return Map.of(pairKey(email, address), PER_ACCOUNT_AND_ADDRESS, Hashes.sha256("account " + email), PER_ACCOUNT, Hashes.sha256("address " + address), PER_ADDRESS);
    }

    private static String pairKey(String email, String address) {
        return Hashes.sha256("pair " + email + " " + address);
    }

    /** @throws RefusedException TOO_MANY_ATTEMPTS with {@code retryAfter} in seconds */
    @SuppressWarnings("unchecked")
    void requireUnderLimit(String email, String address) {
        Map<String, Integer> limits = limits(email, address);
        Instant now = clock.instant();
        List<Object[]> rows = database.createNativeQuery("select throttle_key, failures, timestampdiff(second, :begin, window_start) from sign_in_failure where throttle_key in :keys and window_start > :begin")
                .setParameter("keys", limits.keySet()).setParameter("begin", now.minus(WINDOW)).getResultList();
        rows.stream().filter(row -> ((Number) row[1]).intValue() >= limits.get((String) row[0])).mapToLong(row -> ((Number) row[2]).longValue()).max().ifPresent(seconds -> {
            long retryAfter = Math.max(1, seconds);
            throw new RefusedException(AccessRefusal.TOO_MANY_ATTEMPTS, "retryAfter", retryAfter, "minutes", (retryAfter + 59) / 60);
        });
    }

    /** Counts a failure, in a transaction of its own: the failed sign-in itself is rolled back. */
    void failed(String email, String address) {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> limits(email, address).keySet().stream().sorted().forEach(key ->
                database.createNativeQuery("insert into sign_in_failure (throttle_key, failures, window_start) values (:key, 1, :now)"
                        + " on duplicate key update failures = if(window_start > :begin, failures + 1, 1), window_start = if(window_start > :begin, window_start, :now)")
                        .setParameter("key", key).setParameter("now", now).setParameter("begin", now.minus(WINDOW)).executeUpdate()));
    }

    /** Whoever knows the password is no guesser from this address. */
    void succeeded(String email, String address) {
        database.createNativeQuery("delete from sign_in_failure where throttle_key = :key").setParameter("key", pairKey(email, address)).executeUpdate();
    }
}
