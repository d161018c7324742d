package de.digitallotsen.notification;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * What happens by itself, on every portal: occasions become mails, mails are sent, people are reminded, old mails go.
 * Several portals may do it at once; rows are locked and leased. Nothing happens before the portal has made its first
 * rows.
 */
@ApplicationScoped
class MailJobs {

    private static final Logger LOG = Logger.getLogger(MailJobs.class);
    /** After the portal's start, which makes an empty database usable. */
    private static final int LATE = 5000;
    /** Few at a time: while hundreds register at once, their mails may take a minute, and the processors are theirs. */
    private static final int OCCASIONS_AT_ONCE = 25;

    private final ComposeMails compose;
    private final Senders send;
    private final Daily daily;
    private final MailSettings settings;
    private volatile boolean started;

    MailJobs(ComposeMails compose, Senders send, Daily daily, MailSettings settings) {
        this.compose = compose;
        this.send = send;
        this.daily = daily;
        this.settings = settings;
    }

    /** Who speaks to the mail server. */
    @Singleton
    static class Senders {
        private final SendPendingMail outbox;
        private final SendAccountMail accounts;

        Senders(SendPendingMail outbox, SendAccountMail accounts) {
            this.outbox = outbox;
            this.accounts = accounts;
        }
    }

    /** What is not pressing. */
    @Singleton
    static class Daily {
        private final RemindParticipants remind;
        private final ForgetOldMails forget;

        Daily(RemindParticipants remind, ForgetOldMails forget) {
            this.remind = remind;
            this.forget = forget;
        }
    }

    void begin(@Observes @Priority(LATE) StartupEvent event) {
        started = true;
        if (!settings.isDemo() && !settings.canSend()) {
            LOG.warn("Es ist kein Mailserver eingestellt (QUARKUS_MAILER_HOST): E-Mails werden geschrieben, aber"
                    + " nicht verschickt. Sie bleiben liegen, bis einer eingestellt ist (docs/operating.md).");
        }
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
            identity = "send-mails",
            every = "{digitallotsen.mail.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendMails() {
        if (started && settings.canSend()) {
            // Somebody who forgot the password waits for it in front of the screen.
            send.accounts.handle();
            send.outbox.handle();
        }
    }

    @Scheduled(
            identity = "remind",
            every = "{digitallotsen.mail.remind-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        if (started) {
            daily.remind.handle();
        }
    }

    @Scheduled(
            identity = "forget-old-mails",
            every = "{digitallotsen.mail.forget-every}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldMails() {
        if (started) {
            daily.forget.handle();
        }
    }
}
