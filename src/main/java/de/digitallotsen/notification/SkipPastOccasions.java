package de.digitallotsen.notification;

import java.time.Clock;
import java.time.Duration;

import de.digitallotsen.shared.UseCase;
import jakarta.persistence.EntityManager;

/** The demo begins with a past that nobody is told of any more: only what happened in its last days becomes mails. */
@UseCase
public class SkipPastOccasions {

    private static final Duration RECENT = Duration.ofDays(21);

    private final EntityManager database;
    private final Clock clock;

    SkipPastOccasions(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Only for a database that was just filled with invented people. */
    public void handle() {
        database.createNativeQuery("update mail_occasion set handled_at = occurred_at where handled_at is null"
                        + " and occurred_at < ?1")
                .setParameter(1, clock.instant().minus(RECENT))
                .executeUpdate();
    }
}
