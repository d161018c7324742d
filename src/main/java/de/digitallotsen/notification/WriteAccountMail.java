package de.digitallotsen.notification;

import java.util.List;

import de.digitallotsen.account.AccountMails;
import de.digitallotsen.account.MailWanted;
import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.OutboxMail;
import de.digitallotsen.mail.SendTransientMail;
import de.digitallotsen.notification.MailContent.Row;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

/**
 * Writes about somebody's own account, once what happened to it is committed. In the demo nothing goes out, and the
 * link stands in the log.
 */
@ApplicationScoped
class WriteAccountMail implements AccountMails {

    private static final Logger LOG = Logger.getLogger(WriteAccountMail.class);

    private final SendTransientMail send;
    private final MailSettings settings;

    WriteAccountMail(SendTransientMail send, MailSettings settings) {
        this.send = send;
        this.settings = settings;
    }

    @Override
    public boolean goOut() {
        return settings.canSend();
    }

    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWanted wanted) {
        if (!settings.isDemo() && !send.offer(wanted.email(), content(wanted), wanted.occasion())) {
            LOG.warnf(
                    "The mail %s to account %s is not sent: there is no mail server, or too many are waiting.",
                    wanted.occasion(), wanted.userId());
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
                wanted.name() == null ? "" : Prose.oneLine(wanted.name()),
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
