package de.digitallotsen.account;

import java.time.Instant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Who has a second factor. */
@ApplicationScoped
public class SecondFactors implements PanacheRepositoryBase<SecondFactor, Long> {

    /** True if a code is asked for beside the password. */
    public boolean isOn(long userId) {
        return count("userId = ?1 and confirmedAt is not null", userId) > 0;
    }

    /** Uses up a time step and all before it; false if it was used already. */
    boolean useStep(long userId, long step) {
        return getEntityManager()
                        .createNativeQuery("update second_factor set last_step = ?2 where user_id = ?1"
                                + " and (last_step is null or last_step < ?2)")
                        .setParameter(1, userId)
                        .setParameter(2, step)
                        .executeUpdate()
                == 1;
    }

    /** Uses up a recovery code; false if there is none such or it was used already. */
    boolean useRecoveryCode(long userId, String hash, Instant now) {
        return getEntityManager()
                        .createNativeQuery("update recovery_code set used_at = ?3 where user_id = ?1 and code_hash = ?2"
                                + " and used_at is null")
                        .setParameter(1, userId)
                        .setParameter(2, hash)
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }

    void addRecoveryCode(long userId, String hash) {
        getEntityManager()
                .createNativeQuery("insert into recovery_code (user_id, code_hash) values (?1, ?2)")
                .setParameter(1, userId)
                .setParameter(2, hash)
                .executeUpdate();
    }

    /** How many recovery codes are left. */
    public long recoveryCodesLeft(long userId) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from recovery_code where user_id = ?1 and used_at is null")
                        .setParameter(1, userId)
                        .getSingleResult())
                .longValue();
    }

    /** Codes of an earlier factor are worth nothing. */
    void removeRecoveryCodes(long userId) {
        getEntityManager()
                .createNativeQuery("delete from recovery_code where user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }

    /** Secret and recovery codes are gone. */
    void remove(long userId) {
        removeRecoveryCodes(userId);
        deleteById(userId);
    }
}
