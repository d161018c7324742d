package de.digitallotsen.notification;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.account.User;
import de.digitallotsen.account.Users;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.notification.OutboxMail.Recipient;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;

/** Writes to everybody of the Ministry with an active account that the money of a period has reached a threshold. */
@ApplicationScoped
class BudgetLetterWriter {

    private final Users users;
    private final FundingPeriods periods;
    private final MailSettings settings;
    private final Sources sources;

    BudgetLetterWriter(Users users, FundingPeriods periods, MailSettings settings, Sources sources) {
        this.users = users;
        this.periods = periods;
        this.settings = settings;
        this.sources = sources;
    }

    /** How facts are read, and when. */
    @Singleton
    static class Sources {
        private final ObjectMapper json;
        private final Clock clock;

        Sources(ObjectMapper json, Clock clock) {
            this.json = json;
            this.clock = clock;
        }

        private BudgetFacts read(MailOccasion occasion) {
            try {
                return json.readValue(occasion.facts(), BudgetFacts.class);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    /** The mails, not yet stored. */
    List<OutboxMail> write(MailOccasion occasion) {
        FundingPeriod period = periods.findById(occasion.periodId());
        BudgetFacts facts = sources.read(occasion);
        Prose prose = Prose.of(MinistryLetters.budgetThreshold(BudgetLetter.of(period, facts)));
        return users.<User>list("role = ?1 and active = true order by id", Role.MINISTRY).stream()
                .map(user -> {
                    Recipient recipient = new Recipient(Audience.MINISTRY, user.email(), user.name(), null);
                    MailContent content = new MailContent(
                            prose.subject(),
                            prose.subject(),
                            Prose.oneLine(user.name()),
                            prose.paragraphs(),
                            List.of(),
                            BudgetLetter.rows(period, facts.totals(), occasion.occurredAt()),
                            settings.link("/budget"),
                            "Zu den Fördermitteln im Portal",
                            List.of(),
                            Sender.of(settings));
                    return settings.show(OutboxMail.compose(
                            occasion,
                            recipient,
                            settings.newMessageId(),
                            content.render(null),
                            sources.clock.instant()));
                })
                .toList();
    }
}
