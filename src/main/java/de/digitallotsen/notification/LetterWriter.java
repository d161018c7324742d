package de.digitallotsen.notification;

import java.util.List;

import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.Outbox;
import de.digitallotsen.mail.OutboxMail.Content;
import de.digitallotsen.mail.OutboxMail.Recipient;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.registration.Reference;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the mails of one occasion: who gets one, its words, its tables, its link and its calendar file. */
@ApplicationScoped
class LetterWriter {

    private static final int LONGEST_SUBJECT = 250;

    private final Cases cases;
    private final Reminders reminders;
    private final Recipients recipients;
    private final MailCalendar calendar;
    private final Outbox outbox;
    private final MailSettings settings;

    LetterWriter(
            Cases cases,
            Reminders reminders,
            Recipients recipients,
            MailCalendar calendar,
            Outbox outbox,
            MailSettings settings) {
        this.cases = cases;
        this.reminders = reminders;
        this.recipients = recipients;
        this.calendar = calendar;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** The mails, not yet stored; none for a reminder of what was cancelled meanwhile. */
    List<WrittenMail> write(MailOccasion occasion) {
        if (occasion.kind().isReminder() && !reminders.stillHolds(occasion.id())) {
            return List.of();
        }
        Case c = cases.of(occasion);
        return recipients.of(c).stream()
                .map(recipient -> new WrittenMail(recipient, content(c, recipient)))
                .toList();
    }

    private Content content(Case c, Recipient recipient) {
        Prose prose = Prose.of(c, recipient.audience());
        boolean staff = recipient.audience() == Audience.STAFF;
        String subject = subject(c, prose);
        MailContent content = new MailContent(
                subject,
                prose.subject(),
                recipient.name(),
                prose.paragraphs(),
                FactTable.changes(c),
                FactTable.rows(c, recipient.audience()),
                settings.link(
                        staff
                                ? "/anmeldungen/" + c.registration().reference()
                                : "/seminare/" + c.seminar().id()),
                staff ? "Zur Anmeldung im Portal" : "Zum Seminar im Portal",
                notice(c, recipient),
                Sender.of(settings));
        return content.render(calendar.of(c, recipient));
    }

    private static String subject(Case c, Prose prose) {
        String subject = "[" + Reference.spoken(c.registration().reference()) + "] " + prose.subject();
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    private List<String> notice(Case c, Recipient recipient) {
        return isFirstMail(c, recipient)
                ? Prose.split(MailLayout.privacyNotice(
                        settings.information(),
                        c.registration().kommune().displayName(),
                        settings.link("/datenschutz")))
                : List.of();
    }

    /** True if nothing was written to this person about this registration yet. */
    private boolean isFirstMail(Case c, Recipient recipient) {
        return recipient.participantId() != null
                && !outbox.hasWrittenTo(recipient.address(), c.registration().id());
    }
}
