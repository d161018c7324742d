package de.digitallotsen.mail;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * What happens by itself, on every portal: mails are sent, old mails go. Several portals may do it at once; rows are
 * locked and leased. Nothing happens before the portal has made its first rows.
 */
@ApplicationScoped
class MailJobs {

    private static final Logger LOG = Logger.getLogger(MailJobs.class);
    /** After the portal's start, which makes an empty database usable. */
    private static final int LATE = 5000;

    private final SendPendingMail sendPending;
    private final SendTransientMail sendTransient;
    private final MailSettings settings;
    private volatile boolean started;

    MailJobs(SendPendingMail sendPending, SendTransientMail sendTransient, MailSettings settings) {
        this.sendPending = sendPending;
        this.sendTransient = sendTransient;
        this.settings = settings;
    }

    void begin(@Observes @Priority(LATE) StartupEvent event) {
        started = true;
        if (!settings.isDemo() && !settings.canSend()) {
            LOG.warn("Es ist kein Mailserver eingestellt (QUARKUS_MAILER_HOST): E-Mails werden geschrieben, aber"
                    + " nicht verschickt. Sie bleiben liegen, bis einer eingestellt ist (docs/operating.md).");
        }
    }

    @Scheduled(
            identity = "send-mails",
            every = "{digitallotsen.mail.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendMails() {
        if (started && settings.canSend()) {
            // Somebody who forgot the password waits for it in front of the screen.
            sendTransient.handle();
            sendPending.handle();
        }
    }
}
