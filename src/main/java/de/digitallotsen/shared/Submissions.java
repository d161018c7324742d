package de.digitallotsen.shared;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Remembers submissions by their key (R24), inserted first in the transaction: a second request with the same key waits
 * for the first to end and then gets its answer. A refused submission is forgotten with its transaction.
 *
 * <p>Of the key only a hash is kept, and what the first one got is sealed with the key itself: links and codes that
 * were shown once stay closed to whoever reads the database.
 */
@ApplicationScoped
public class Submissions {

    private final EntityManager database;

    Submissions(EntityManager database) {
        this.database = database;
    }

    /**
     * Notes a submission together with its result, where that is known before anything is done.
     *
     * @return empty if it is new, else the result that the first one got
     * @throws RefusedException IDEMPOTENCY_KEY_REUSED if the key came with another content
     */
    public Optional<String> receive(long userId, String key, String contentHash, String result, Instant now) {
        return insert(userId, key, contentHash, seal(userId, key, result), now)
                ? Optional.empty()
                : result(userId, key);
    }

    /**
     * Notes that a submission is being worked on.
     *
     * @return false if it came before; then there is a {@link #result}
     * @throws RefusedException IDEMPOTENCY_KEY_REUSED if the key came with another content
     */
    public boolean begin(long userId, String key, String contentHash, Instant now) {
        return insert(userId, key, contentHash, null, now);
    }

    private boolean insert(long userId, String key, String contentHash, String sealedResult, Instant now) {
        // INSERT IGNORE waits for a concurrent first one and then says 0 rows, where INSERT would end the transaction.
        int inserted = database.createNativeQuery(
                        "insert ignore into submission (user_id, submission_key, content_hash, result, created_at)"
                                + " values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, userId)
                .setParameter(2, Hashes.sha256(key))
                .setParameter(3, contentHash)
                .setParameter(4, sealedResult)
                .setParameter(5, now)
                .executeUpdate();
        if (inserted == 0 && !contentHash.equals(column("content_hash", userId, key))) {
            throw new RefusedException(SubmissionRefusal.IDEMPOTENCY_KEY_REUSED);
        }
        return inserted == 1;
    }

    /** Keeps what the first one got, within its own transaction. */
    public void end(long userId, String key, String result) {
        keep("result", "", userId, key, result);
    }

    /** What the first one got. */
    public Optional<String> result(long userId, String key) {
        // A registration from before V086 has its reference there instead.
        return open("result", userId, key)
                .or(() -> Optional.of((String) column("reference", userId, key)).filter(text -> !text.isEmpty()));
    }

    /** Keeps the answer that was written to a program, to write the same one again; the first one stays. */
    public void keepAnswer(long userId, String key, String answer) {
        keep("answer", " and answer is null", userId, key, answer);
    }

    /** The answer that was written to a program; empty if it never was. */
    public Optional<String> answer(long userId, String key) {
        return open("answer", userId, key);
    }

    private void keep(String column, String unless, long userId, String key, String text) {
        database.createNativeQuery(
                        "update submission set " + column + " = ?1 where user_id = ?2 and submission_key = ?3" + unless)
                .setParameter(1, seal(userId, key, text))
                .setParameter(2, userId)
                .setParameter(3, Hashes.sha256(key))
                .executeUpdate();
    }

    private static String seal(long userId, String key, String text) {
        return new Seal(key).close(text.getBytes(StandardCharsets.UTF_8), userId);
    }

    private Optional<String> open(String column, long userId, String key) {
        return Optional.ofNullable((String) column(column, userId, key))
                .map(closed -> new String(new Seal(key).open(closed, userId), StandardCharsets.UTF_8));
    }

    private Object column(String column, long userId, String key) {
        return database.createNativeQuery(
                        "select " + column + " from submission where user_id = ?1 and submission_key = ?2",
                        String.class)
                .setParameter(1, userId)
                .setParameter(2, Hashes.sha256(key))
                .getSingleResult();
    }
}
