package de.digitallotsen.notification;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

import de.digitallotsen.account.MailWanted;
import de.digitallotsen.notification.MailContent.Row;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Mails about somebody's own account. They do not go through the outbox: the link in them is a key, and what stands in a table can
 * be read there. So they are sent after the commit, a few times if the server is busy, and never kept: whoever gets none asks again.
 * In the demo the link stands in the log.
 */
@ApplicationScoped
class SendAccountMail {

    private static final Logger LOG = Logger.getLogger(SendAccountMail.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Postman postman;
    private final MailSettings settings;
    private final Executor executor;

    SendAccountMail(Postman postman, MailSettings settings, ManagedExecutor executor) {
        this.postman = postman;
        this.settings = settings;
        this.executor = executor;
    }

    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWanted wanted) {
        if (settings.canSend()) {
            Delivery delivery = new Delivery(0, 1, wanted.email(), "<" + UUID.randomUUID() + "@" + settings.domain() + ">", content(wanted));
            executor.execute(() -> deliver(delivery, wanted.occasion()));
        } else if (!settings.isDemo()) {
            LOG.warnf("No mail server is configured; the mail %s to account %d was not sent.", wanted.occasion(), wanted.userId());
        }
    }

    private void deliver(Delivery delivery, MailWanted.Occasion occasion) {
        for (int attempt = 1;; attempt++) {
            try {
                postman.deliver(delivery);
                return;
            } catch (DeliveryFailure failed) {
                if (attempt == TRIES) {
                    LOG.warnf("The mail %s about an account could not be sent: %s", occasion, failed.getMessage());
                    return;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private OutboxMail.Content content(MailWanted wanted) {
        String key = "account-mail." + wanted.occasion();
        String subject = Messages.text(key + ".subject");
        List<String> paragraphs = List.of(Messages.text(key + ".what"), Messages.text(key + ".otherwise"));
        List<Row> rows = wanted.validUntil() == null ? List.of() : List.of(Row.of(Messages.text("account-mail.valid-until"), German.dateTime(wanted.validUntil())));
        String link = wanted.link() == null ? settings.link("/konto") : wanted.link();
        PublicInformation office = settings.information();
        Sender sender = new Sender(office.name(), settings.replyTo().orElse(""), office.phone().contains(PublicInformation.PLACEHOLDER) ? "" : office.phone());
        MailContent content = new MailContent(subject, subject, Prose.oneLine(wanted.name()), paragraphs, List.of(), rows, link, Messages.text(key + ".link"), List.of(), sender);
        return new OutboxMail.Content(subject, MailLayout.mailText(content).render().strip() + "\n", MailLayout.mailPage(content).render(), null);
    }
}
