package de.digitallotsen.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

import de.digitallotsen.mail.OutboxMail.Content;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Mails that must not lie in the outbox: the link in them is a key, and what stands in a table can be read there. They
 * wait in memory until the next round of the mail jobs, are tried a few times if the server is busy, and are never
 * kept: whoever gets none asks again.
 */
@ApplicationScoped
public class SendTransientMail {

    private static final Logger LOG = Logger.getLogger(SendTransientMail.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Twice what can be asked for at once, a list of invitations; what is beyond is dropped and said so. */
    private static final int MOST = 1_000;

    private final MailTransport transport;
    private final MailSettings settings;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);

    SendTransientMail(MailTransport transport, MailSettings settings, Clock clock) {
        this.transport = transport;
        this.settings = settings;
        this.clock = clock;
    }

    /** A mail that was not sent yet. */
    private record Waiting(Delivery delivery, Enum<?> occasion, Instant notBefore) {}

    /**
     * @param occasion what it is about, for the log
     * @return false if it is dropped: there is no mail server, or too many are waiting
     */
    public boolean offer(String address, Content content, Enum<?> occasion) {
        Delivery delivery = new Delivery(0, 1, address, settings.newMessageId(), content);
        return settings.canSend() && waiting.offer(new Waiting(delivery, occasion, clock.instant()));
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
            transport.deliver(next.delivery());
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
}
