package de.digitallotsen.mail;

import java.time.Clock;
import java.time.Duration;

import de.digitallotsen.shared.UseCase;
import jakarta.persistence.EntityManager;

/**
 * The portal deletes mails that have arrived: they hold names, and what they said stands in the history of the
 * registration. Those that failed stay until somebody has seen to them. Their occasions stay, because they hold no
 * name.
 */
@UseCase
public class ForgetOldMails {

    private final EntityManager database;
    private final Clock clock;
    private final Duration keep;

    ForgetOldMails(EntityManager database, Clock clock, DeliverySettings delivery) {
        this.database = database;
        this.clock = clock;
        this.keep = delivery.keep();
    }

    /** @return how many were deleted */
    public int handle() {
        return database.createNativeQuery(
                        "delete from outbox_mail where state in ('SENT', 'OBSOLETE', 'SHOWN') and created_at < ?1")
                .setParameter(1, clock.instant().minus(keep))
                .executeUpdate();
    }
}
