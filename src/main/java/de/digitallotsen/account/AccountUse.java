package de.digitallotsen.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/**
 * On which day somebody last signed in with an account. The day suffices: years decide when an account that nobody uses
 * is forgotten (R27), and colleagues need no more to see that somebody has left.
 */
@ApplicationScoped
public class AccountUse {

    private final EntityManager database;
    private final Clock clock;

    AccountUse(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Inside a transaction: somebody signs in; written down at the first time on a day. */
    void note(long userId) {
        Instant now = clock.instant();
        database.createNativeQuery("insert into account_use (user_id, used_at) values (?1, ?2)"
                        + " on duplicate key update used_at = if(used_at < ?3, ?2, used_at)")
                .setParameter(1, userId)
                .setParameter(2, now)
                .setParameter(
                        3, German.berlinDay(now).atStartOfDay(German.BERLIN).toInstant())
                .executeUpdate();
    }

    /** The last day by account, in Europe/Berlin; who has never signed in is missing. */
    public Map<Long, LocalDate> lastDays(Collection<Long> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        NativeQuery<?> query = database.createNativeQuery(
                        "select user_id, used_at from account_use where user_id in (?1)")
                .unwrap(NativeQuery.class)
                .addScalar("user_id", Long.class)
                .addScalar("used_at", Instant.class);
        query.setParameter(1, userIds);
        Map<Long, LocalDate> days = new HashMap<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            days.put((Long) row[0], German.berlinDay((Instant) row[1]));
        }
        return days;
    }
}
