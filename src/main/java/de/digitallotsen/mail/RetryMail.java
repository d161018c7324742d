package de.digitallotsen.mail;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/**
 * The NSI has a mail sent anew that failed, or that waits for a try some time away: at once, with all its tries before
 * it.
 */
@UseCase
public class RetryMail {

    private final EntityManager database;
    private final Clock clock;
    private final Event<Audited> changes;

    RetryMail(EntityManager database, Clock clock, Event<Audited> changes) {
        this.database = database;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * A double click finds it done already.
     *
     * @throws RefusedException NOT_FOUND, MAIL_NOT_RETRYABLE if it was sent, is being sent or need not be sent any more
     */
    public void handle(Actor actor, long mailId) {
        actor.require(Role.NSI);
        OutboxMail mail = database.find(OutboxMail.class, mailId, LockModeType.PESSIMISTIC_WRITE);
        if (mail == null) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        if (mail.isRetryable()) {
            retry(actor, mail);
        } else if (mail.state() != MailState.PENDING) {
            throw new RefusedException(MailRefusal.MAIL_NOT_RETRYABLE, "state", mail.state());
        }
    }

    /**
     * All that failed, for after a mistake in the settings of the mail server.
     *
     * @return how many
     */
    public int handleAllFailed(Actor actor) {
        actor.require(Role.NSI);
        List<OutboxMail> failed = database.createQuery(
                        "from OutboxMail m where m.state = FAILED order by m.id", OutboxMail.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        failed.forEach(mail -> retry(actor, mail));
        return failed.size();
    }

    private void retry(Actor actor, OutboxMail mail) {
        mail.retry(clock.instant());
        changes.fire(AuditedChange.of(actor, "mail.retried", "mail", mail.id()));
    }
}
