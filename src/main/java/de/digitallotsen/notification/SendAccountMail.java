package de.digitallotsen.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

import de.digitallotsen.account.MailWanted;
import de.digitallotsen.notification.MailContent.Row;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

/**
 * Mails about somebody's own account. They do not go through the outbox: the link in them is a key, and what stands in
 * a table can be read there. So they wait in memory from the commit to the next round of the mail jobs, are tried a few
 * times if the server is busy, and are never kept: whoever gets none asks again. In the demo the link stands in the
 * log.
 */
@ApplicationScoped
class SendAccountMail {

    private static final Logger LOG = Logger.getLogger(SendAccountMail.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** More than anybody can ask for in a round; what is beyond is dropped and said so. */
    private static final int MOST = 500;

    private final Postman postman;
    private final MailSettings settings;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);

    SendAccountMail(Postman postman, MailSettings settings, Clock clock) {
        this.postman = postman;
        this.settings = settings;
        this.clock = clock;
    }

    /** A mail that was not sent yet. */
    private record Waiting(Delivery delivery, MailWanted.Occasion occasion, Instant notBefore) {}

    void keep(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWanted wanted) {
        if (settings.isDemo()) {
            return;
        }
        Delivery delivery = new Delivery(0, 1, wanted.email(), settings.newMessageId(), content(wanted));
        if (!settings.canSend() || !waiting.offer(new Waiting(delivery, wanted.occasion(), clock.instant()))) {
            LOG.warnf(
                    "The mail %s to account %d is not sent: there is no mail server, or too many are waiting.",
                    wanted.occasion(), wanted.userId());
        }
    }

    /** Sends those whose time has come. @return how many went out */
    int handle() {
        int sent = 0;
        for (int left = waiting.size(); left > 0; left--) {
            Waiting next = waiting.poll();
            if (next != null && clock.instant().isBefore(next.notBefore())) {
                waiting.offer(next);
            } else if (next != null && send(next)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(Waiting next) {
        try {
            postman.deliver(next.delivery());
            return true;
        } catch (DeliveryFailure failed) {
            int attempt = next.delivery().attempt();
            LOG.warnf(
                    "A mail %s about an account was not sent (attempt %d, %s)",
                    next.occasion(), attempt, failed.kind());
            if (attempt < TRIES && failed.kind() != DeliveryFailure.Kind.REFUSED_FOR_GOOD) {
                Delivery d = next.delivery();
                waiting.offer(new Waiting(
                        new Delivery(d.mailId(), attempt + 1, d.recipient(), d.messageId(), d.content()),
                        next.occasion(),
                        clock.instant().plus(PAUSE)));
            }
            return false;
        }
    }

    private OutboxMail.Content content(MailWanted wanted) {
        String key = "account-mail." + wanted.occasion();
        String subject = Messages.text(key + ".subject");
        List<String> paragraphs = List.of(Messages.text(key + ".what"), Messages.text(key + ".otherwise"));
        List<Row> rows = wanted.validUntil() == null
                ? List.of()
                : List.of(Row.of(Messages.text("account-mail.valid-until"), German.dateTime(wanted.validUntil())));
        String link = wanted.link() == null ? settings.link("/konto") : wanted.link();
        MailContent content = new MailContent(
                subject,
                subject,
                Prose.oneLine(wanted.name()),
                paragraphs,
                List.of(),
                rows,
                link,
                Messages.text(key + ".link"),
                List.of(),
                Sender.of(settings));
        return content.render(null);
    }
}
