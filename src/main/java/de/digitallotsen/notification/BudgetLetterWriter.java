package de.digitallotsen.notification;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.account.User;
import de.digitallotsen.account.Users;
import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.OutboxMail.Recipient;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes to everybody of the Ministry with an active account that the money of a period has reached a threshold. */
@ApplicationScoped
class BudgetLetterWriter {

    private final Users users;
    private final FundingPeriods periods;
    private final MailSettings settings;
    private final ObjectMapper json;

    BudgetLetterWriter(Users users, FundingPeriods periods, MailSettings settings, ObjectMapper json) {
        this.users = users;
        this.periods = periods;
        this.settings = settings;
        this.json = json;
    }

    /** The mails, not yet stored. */
    List<WrittenMail> write(MailOccasion occasion) {
        FundingPeriod period = periods.findById(occasion.periodId());
        BudgetFacts facts = read(occasion);
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
                    return new WrittenMail(recipient, content.render(null));
                })
                .toList();
    }

    private BudgetFacts read(MailOccasion occasion) {
        try {
            return json.readValue(occasion.facts(), BudgetFacts.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
