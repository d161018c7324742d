package de.digitallotsen.registration;

import java.time.Instant;
import java.util.Optional;

import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Remembers submissions by their key (R24), inserted first in the transaction: a second request with the same key waits
 * for the first to end and then gets its answer. A refused submission is forgotten with its transaction.
 */
@ApplicationScoped
class Submissions {

    private final EntityManager database;

    Submissions(EntityManager database) {
        this.database = database;
    }

    /**
     * Notes a submission.
     *
     * @return empty if it is new, else the reference that the first one got
     * @throws RefusedException IDEMPOTENCY_KEY_REUSED if the key came with another content
     */
    Optional<String> receive(long userId, String key, String contentHash, String reference, Instant now) {
        // INSERT IGNORE waits for a concurrent first one and then says 0 rows, where INSERT would end the transaction.
        int inserted = database.createNativeQuery(
                        "insert ignore into submission (user_id, submission_key, content_hash, reference,"
                                + " created_at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, userId)
                .setParameter(2, key)
                .setParameter(3, contentHash)
                .setParameter(4, reference)
                .setParameter(5, now)
                .executeUpdate();
        if (inserted == 1) {
            return Optional.empty();
        }
        Object[] first = (Object[]) database.createNativeQuery(
                        "select content_hash, reference from submission where user_id = ?1 and submission_key = ?2")
                .setParameter(1, userId)
                .setParameter(2, key)
                .getSingleResult();
        if (!contentHash.equals(first[0])) {
            throw new RefusedException(RegistrationRefusal.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.of((String) first[1]);
    }
}
