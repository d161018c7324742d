package de.digitallotsen.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Which account belongs to whom in the directory: by issuer and subject, which never change hands. */
@ApplicationScoped
class DirectoryIdentities {

    private final EntityManager database;
    private final Clock clock;

    DirectoryIdentities(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @SuppressWarnings("unchecked")
    Optional<Long> account(String issuer, String subject) {
        List<Number> found = database.createNativeQuery(
                        "select user_id from directory_identity where issuer = ?1 and subject = ?2")
                .setParameter(1, issuer)
                .setParameter(2, subject)
                .getResultList();
        return found.stream().findFirst().map(Number::longValue);
    }

    /** Inside a transaction; the database refuses a second account of one person and a second person of one account. */
    void link(long userId, String issuer, String subject) {
        database.createNativeQuery(
                        "insert into directory_identity (user_id, issuer, subject, linked_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, userId)
                .setParameter(2, issuer)
                .setParameter(3, subject)
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    /** True if the directory signs this account in, and nobody else does. */
    boolean signsIn(long userId) {
        return !database.createNativeQuery("select 1 from directory_identity where user_id = ?1")
                .setParameter(1, userId)
                .getResultList()
                .isEmpty();
    }
}
