package de.digitallotsen.notification;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.notification.OutboxMail.Content;
import de.digitallotsen.notification.OutboxMail.Recipient;
import de.digitallotsen.registration.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Writes the mails of one occasion: who gets one, its words, its tables, its link and its calendar file. */
@ApplicationScoped
class LetterWriter {

    private static final int LONGEST_SUBJECT = 250;

    private final Sources sources;
    private final Recipients recipients;
    private final MailCalendar calendar;
    private final MailSettings settings;

    LetterWriter(Sources sources, Recipients recipients, MailCalendar calendar, MailSettings settings) {
        this.sources = sources;
        this.recipients = recipients;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** What a letter is written from. */
    @Singleton
    static class Sources {
        private final Cases cases;
        private final Reminders reminders;
        private final EntityManager database;
        private final Clock clock;

        Sources(Cases cases, Reminders reminders, EntityManager database, Clock clock) {
            this.cases = cases;
            this.reminders = reminders;
            this.database = database;
            this.clock = clock;
        }

        /** True if nothing was written to this person about this registration yet. */
        private boolean isFirstMail(Case c, Recipient recipient) {
            return recipient.participantId() != null
                    && database.createQuery(
                                            "select count(m) from OutboxMail m"
                                                    + " where m.registrationId = :registration"
                                                    + " and m.recipient = :address and m.audience <> STAFF",
                                            Long.class)
                                    .setParameter(
                                            "registration", c.registration().id())
                                    .setParameter("address", recipient.address())
                                    .getSingleResult()
                            == 0;
        }
    }

    /** The mails, not yet stored; none for a reminder of what was cancelled meanwhile. */
    List<OutboxMail> write(MailOccasion occasion) {
        if (occasion.kind().isReminder() && !sources.reminders.stillHolds(occasion.id())) {
            return List.of();
        }
        Case c = sources.cases.of(occasion);
        return recipients.of(c).stream().map(recipient -> write(c, recipient)).toList();
    }

    private OutboxMail write(Case c, Recipient recipient) {
        return settings.show(OutboxMail.compose(
                c.occasion(), recipient, settings.newMessageId(), content(c, recipient), sources.clock.instant()));
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
        return sources.isFirstMail(c, recipient)
                ? Prose.split(MailLayout.privacyNotice(
                        settings.information(),
                        c.registration().kommune().displayName(),
                        settings.link("/datenschutz")))
                : List.of();
    }
}
