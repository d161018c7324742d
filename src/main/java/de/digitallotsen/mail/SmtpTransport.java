package de.digitallotsen.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Messages;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Speaks SMTP (quarkus.mailer.*). Every mail goes out on one event loop: the mail client opens its socket on the loop
 * of the calling thread and listens on that of its pool, and where the two differ a fast server's greeting is lost, and
 * both sides wait.
 */
@ApplicationScoped
class SmtpTransport implements MailTransport {

    /**
     * What the server says of an address that it will never take (RFC 5321, 4.2.3). Other refusals may be its own
     * trouble.
     */
    private static final Set<Integer> WRONG_ADDRESS = Set.of(501, 510, 511, 550, 551, 553, 555);

    private final ReactiveMailer mailer;
    private final MailSettings settings;
    private final Duration patience;
    private final Executor loop;

    SmtpTransport(ReactiveMailer mailer, MailSettings settings, Vertx vertx, DeliverySettings delivery) {
        this.mailer = mailer;
        this.settings = settings;
        this.patience = delivery.patience();
        Context context = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.loop = task -> context.runOnContext(ignored -> task.run());
    }

    @Override
    public void deliver(Delivery delivery) throws DeliveryFailure {
        try {
            mailer.send(asMail(delivery)).runSubscriptionOn(loop).await().atMost(patience);
        } catch (TimeoutException slow) {
            throw new DeliveryFailure(
                    DeliveryFailure.Kind.OUTAGE,
                    "Der Mailserver hat nach " + patience.toSeconds() + " Sekunden nicht geantwortet.");
        } catch (IllegalArgumentException wrongAddress) {
            throw new DeliveryFailure(
                    DeliveryFailure.Kind.REFUSED_FOR_GOOD,
                    "Die Adresse ist nicht zustellbar: " + wrongAddress.getMessage());
        } catch (RuntimeException failed) {
            throw failure(failed);
        }
    }

    private static DeliveryFailure failure(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answer) {
                return new DeliveryFailure(
                        kind(answer), "Antwort des Mailservers: " + String.join(" ", answer.getReplyMessages()));
            }
        }
        return new DeliveryFailure(
                DeliveryFailure.Kind.OUTAGE, "Der Mailserver ist nicht erreichbar: " + rootOf(failed));
    }

    /** 421 and a refused sign-in concern every mail. */
    private static DeliveryFailure.Kind kind(SMTPException answer) {
        int code = answer.getReplyCode();
        if (WRONG_ADDRESS.contains(code)) {
            return DeliveryFailure.Kind.REFUSED_FOR_GOOD;
        }
        return code == 421 || (code >= 530 && code < 540) ? DeliveryFailure.Kind.OUTAGE : DeliveryFailure.Kind.REFUSED;
    }

    private static String rootOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private Mail asMail(Delivery delivery) {
        OutboxMail.Content content = delivery.content();
        Mail mail = new Mail()
                .addTo(sent(delivery.recipient()))
                .setFrom(settings.from())
                .setSubject(content.subject())
                .setText(content.text())
                .setHtml(content.html());
        mail.addHeader("Message-ID", delivery.messageId());
        // Keeps out-of-office notes from answering (RFC 3834).
        mail.addHeader("Auto-Submitted", "auto-generated");
        settings.replyTo().ifPresent(mail::setReplyTo);
        List<Attachment> days = Attachment.ofCalendar(content.calendar());
        days.forEach(day ->
                mail.addAttachment(day.fileName(), day.content().getBytes(StandardCharsets.UTF_8), day.mediaType()));
        return mail;
    }

    /** With the domain in the form that every mail server understands (IDNA 2008, R37). */
    private static String sent(String recipient) {
        EmailAddress.Reading reading = EmailAddress.read(recipient);
        if (reading.address() == null) {
            throw new IllegalArgumentException(Messages.text(reading.problem(), "label", recipient));
        }
        return reading.address().stored();
    }
}
