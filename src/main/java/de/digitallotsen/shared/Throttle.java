package de.digitallotsen.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The brake on guessing, shared by all instances through the database: so many tries within {@link #WINDOW} for
 * whatever a key stands for, an account, an address or both. A try is counted before anybody looks whether it is right,
 * and given back if it was: of many sent at once, no more are looked at than are allowed. Keys are kept as hashes only.
 */
@ApplicationScoped
public class Throttle {

    /** Tries older than this are forgotten. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final EntityManager database;
    private final Clock clock;

    Throttle(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts a try for each key, in a transaction of its own: what fails later is rolled back. Refused, it counts for
     * none.
     *
     * @param limits tries allowed, by key
     * @throws RefusedException TOO_MANY_ATTEMPTS with {@code retryAfter} in seconds
     */
    public void count(Map<String, Integer> limits) {
        Map<String, Integer> byHash = byHash(limits);
        inOwnTransaction(now -> byHash.forEach((key, limit) ->
                count(key, 1, limit, new Window(now.minus(WINDOW), now), AccessRefusal.TOO_MANY_ATTEMPTS)));
    }

    /**
     * Counts an act for each key, in the transaction of the act, before any other lock: refused or rolled back it was
     * none. The next one of the same key waits for the end of this one.
     *
     * @param limits acts allowed, by key
     * @param within the time for which they count
     * @throws RefusedException the refusal, with {@code retryAfter} in seconds
     */
    public void countActs(Map<String, Integer> limits, Duration within, Refusal refusal) {
        countActs(1, limits, within, refusal);
    }

    /** The same for so many acts at once: all of them are allowed, or none. */
    public void countActs(int times, Map<String, Integer> limits, Duration within, Refusal refusal) {
        Instant now = clock.instant();
        byHash(limits).forEach((key, limit) -> count(key, times, limit, new Window(now.minus(within), now), refusal));
    }

    /**
     * Which keys have come to their limit, so that the next act would be refused. Counts nothing and holds nothing.
     *
     * @param limits acts allowed, by key
     * @param within the time for which they count
     * @return how many seconds each of them has to wait
     */
    public Map<String, Long> full(Map<String, Integer> limits, Duration within) {
        Map<String, Long> full = new TreeMap<>();
        if (limits.isEmpty()) {
            return full;
        }
        Map<String, String> byHash = limits.keySet().stream().collect(Collectors.toMap(Hashes::sha256, key -> key));
        List<?> counted = database.createNativeQuery(
                        "select throttle_key, failures, timestampdiff(second, :begin, window_start) from throttle"
                                + " where throttle_key in (:keys) and window_start > :begin")
                .setParameter("begin", clock.instant().minus(within))
                .setParameter("keys", byHash.keySet())
                .getResultList();
        counted.stream().map(Object[].class::cast).forEach(row -> {
            String key = byHash.get(String.valueOf(row[0]));
            if (((Number) row[1]).intValue() >= limits.get(key)) {
                full.put(key, Math.max(1, ((Number) row[2]).longValue()));
            }
        });
        return full;
    }

    /**
     * Refuses as {@link #countActs} would, without counting (R29).
     *
     * @throws RefusedException the refusal, with {@code retryAfter} in seconds
     */
    public void requireRoom(Map<String, Integer> limits, Duration within, Refusal refusal) {
        full(limits, within).values().stream().max(Long::compare).ifPresent(seconds -> {
            throw refused(refusal, seconds);
        });
    }

    /** What began before its begin is forgotten. */
    private record Window(Instant begin, Instant now) {}

    /** Sorted, so that two of them cannot wait for each other. */
    private static Map<String, Integer> byHash(Map<String, Integer> limits) {
        return limits.keySet().stream()
                .collect(Collectors.toMap(Hashes::sha256, limits::get, (one, other) -> one, TreeMap::new));
    }

    /** Holds the row until the end of the transaction: who comes at the same time waits and then sees this try. */
    private void count(String key, int times, int limit, Window window, Refusal refusal) {
        database.createNativeQuery("insert into throttle (throttle_key, failures, window_start)"
                        + " values (:key, :times, :now)"
                        + " on duplicate key update failures = if(window_start > :begin, failures + :times, :times),"
                        + " window_start = if(window_start > :begin, window_start, :now)")
                .setParameter("key", key)
                .setParameter("times", times)
                .setParameter("now", window.now())
                .setParameter("begin", window.begin())
                .executeUpdate();
        Object[] row = (Object[])
                database.createNativeQuery("select failures, timestampdiff(second, :begin, window_start) from throttle"
                                + " where throttle_key = :key")
                        .setParameter("begin", window.begin())
                        .setParameter("key", key)
                        .getSingleResult();
        if (((Number) row[0]).intValue() > limit) {
            long retryAfter = Math.max(1, ((Number) row[1]).longValue());
            throw refused(refusal, retryAfter);
        }
    }

    /** What is said to somebody who has to wait so many seconds. */
    public static RefusedException refused(Refusal refusal, long retryAfter) {
        return new RefusedException(
                refusal,
                "retryAfter",
                retryAfter,
                "minutes",
                (retryAfter + 59) / 60,
                "hours",
                (retryAfter + 3599) / 3600);
    }

    /** Nobody looked at it, or it was right: it does not count any more. */
    public void giveBack(Collection<String> keys) {
        giveBack(keys, null);
    }

    /** The same; and all tries of the last key are forgotten, unless it is null. */
    public void giveBack(Collection<String> keys, String forgotten) {
        String emptied = forgotten == null ? "" : Hashes.sha256(forgotten);
        inOwnTransaction(now -> keys.stream()
                .map(Hashes::sha256)
                .sorted()
                .forEach(key -> database.createNativeQuery(
                                key.equals(emptied)
                                        ? "delete from throttle where throttle_key = :key"
                                        : "update throttle set failures = failures - 1 where throttle_key = :key"
                                                + " and failures > 0")
                        .setParameter("key", key)
                        .executeUpdate()));
    }

    /** Keys come sorted, so that two of them cannot wait for each other; where they do all the same, once more. */
    private void inOwnTransaction(Consumer<Instant> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                Instant now = clock.instant();
                QuarkusTransaction.requiringNew().run(() -> work.accept(now));
                return;
            } catch (RuntimeException failure) {
                if (attempt == TransactionRetries.MOST_TRIES || !TransactionRetries.isConflict(failure)) {
                    throw failure;
                }
            }
        }
    }
}
