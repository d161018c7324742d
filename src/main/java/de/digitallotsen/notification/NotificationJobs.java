package de.digitallotsen.notification;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * What happens by itself, on every portal: occasions become mails, people are reminded. Several portals may do it at
 * once; rows are locked. Nothing happens before the portal has made its first rows.
 */
@ApplicationScoped
class NotificationJobs {

    private static final Logger LOG = Logger.getLogger(NotificationJobs.class);
    /** After the portal's start, which makes an empty database usable. */
    private static final int LATE = 5000;
    /** Few at a time: while hundreds register at once, their mails may take a minute, and the processors are theirs. */
    private static final int OCCASIONS_AT_ONCE = 25;

    private final ComposeMails compose;
    private final RemindParticipants remind;
    private volatile boolean started;

    NotificationJobs(ComposeMails compose, RemindParticipants remind) {
        this.compose = compose;
        this.remind = remind;
    }

    void begin(@Observes @Priority(LATE) StartupEvent event) {
        started = true;
    }

    @Scheduled(
            identity = "compose-mails",
            every = "{digitallotsen.mail.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void composeMails() {
        boolean more = started;
        for (int i = 0; more && i < OCCASIONS_AT_ONCE; i++) {
            more = composeNext();
        }
    }

    private boolean composeNext() {
        try {
            return compose.handleNext();
        } catch (CompositionFailedException fault) {
            LOG.error(fault.getMessage(), fault);
            compose.postpone(fault.occasionId());
            return true;
        }
    }

    @Scheduled(
            identity = "remind",
            every = "{digitallotsen.mail.remind-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        if (started) {
            remind.handle();
        }
    }
}
