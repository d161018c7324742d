package de.digitallotsen.mail;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Hands mails over to the mail server, one after the other, none twice: each is leased before and reported on after,
 * and no transaction is open in between. Should the portal die between the server's „250 OK“ and the report, nobody
 * knows, and the mail goes out once more when its lease has run out, under the same Message-ID: rather twice than never
 * (adr/0021).
 */
@ApplicationScoped
public class SendPendingMail {

    private static final Logger LOG = Logger.getLogger(SendPendingMail.class);
    private static final int MOST_AT_ONCE = 100;

    private final Deliveries deliveries;
    private final MailTransport transport;

    SendPendingMail(Deliveries deliveries, MailTransport transport) {
        this.deliveries = deliveries;
        this.transport = transport;
    }

    /**
     * Sends what is due. Ends early when the server is out of order: the others would only use up their tries.
     *
     * @return how many were sent
     */
    public int handle() {
        int sent = 0;
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Optional<Delivery> next = deliveries.lease();
            if (next.isEmpty()) {
                return sent;
            }
            try {
                transport.deliver(next.get());
            } catch (DeliveryFailure failure) {
                // Without the server's words: they name the recipient.
                LOG.warnf(
                        "Mail %d was not sent (attempt %d, %s)",
                        next.get().mailId(), next.get().attempt(), failure.kind());
                deliveries.notSent(next.get(), failure);
                if (failure.kind() == DeliveryFailure.Kind.OUTAGE) {
                    return sent;
                }
                continue;
            }
            deliveries.sent(next.get());
            if (sent++ == 0) {
                deliveries.outageOver();
            }
        }
        return sent;
    }
}
