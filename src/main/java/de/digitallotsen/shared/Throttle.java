package de.digitallotsen.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The brake on guessing, shared by all instances through the database: so many failures within {@link #WINDOW} for
 * whatever a key stands for, an account, an address or both. Keys are kept as hashes only.
 */
@ApplicationScoped
public class Throttle {

    /** Failures older than this are forgotten. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final EntityManager database;
    private final Clock clock;

    Throttle(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param limits failures allowed, by key
     * @throws RefusedException TOO_MANY_ATTEMPTS with {@code retryAfter} in seconds
     */
    @SuppressWarnings("unchecked")
    public void requireUnderLimit(Map<String, Integer> limits) {
        Map<String, Integer> byHash = limits.keySet().stream().collect(Collectors.toMap(Hashes::sha256, limits::get));
        Instant begin = clock.instant().minus(WINDOW);
        List<Object[]> rows = database.createNativeQuery(
                        "select throttle_key, failures, timestampdiff(second, :begin, window_start)"
                                + " from throttle where throttle_key in :keys and window_start > :begin")
                .setParameter("keys", byHash.keySet())
                .setParameter("begin", begin)
                .getResultList();
        rows.stream()
                .filter(row -> ((Number) row[1]).intValue() >= byHash.get((String) row[0]))
                .mapToLong(row -> ((Number) row[2]).longValue())
                .max()
                .ifPresent(seconds -> {
                    long retryAfter = Math.max(1, seconds);
                    throw new RefusedException(
                            AccessRefusal.TOO_MANY_ATTEMPTS,
                            "retryAfter",
                            retryAfter,
                            "minutes",
                            (retryAfter + 59) / 60);
                });
    }

    /** Counts a failure for each key, in a transaction of its own: what failed is rolled back. */
    public void failed(Collection<String> keys) {
        Instant now = clock.instant();
        // Always in the same order, so that two of them cannot wait for each other.
        QuarkusTransaction.requiringNew()
                .run(() -> keys.stream()
                        .map(Hashes::sha256)
                        .sorted()
                        .forEach(key -> database.createNativeQuery(
                                        "insert into throttle (throttle_key, failures, window_start)"
                                                + " values (:key, 1, :now)"
                                                + " on duplicate key update failures = if(window_start >"
                                                + " :begin, failures + 1, 1), window_start = if(window_start >"
                                                + " :begin, window_start, :now)")
                                .setParameter("key", key)
                                .setParameter("now", now)
                                .setParameter("begin", now.minus(WINDOW))
                                .executeUpdate()));
    }

    /** Forgets the failures of a key. */
    public void forget(String key) {
        database.createNativeQuery("delete from throttle where throttle_key = :key")
                .setParameter("key", Hashes.sha256(key))
                .executeUpdate();
    }
}
