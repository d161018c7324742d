package de.digitallotsen.notification;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.account.User;
import de.digitallotsen.account.Users;
import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.OutboxMail.Recipient;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes about a claim to those whose turn it is: to everybody of the Ministry with an active account when it is
 * submitted, to everybody of the NSI when the Ministry has done something with it.
 */
@ApplicationScoped
class ClaimLetterWriter {

    private final Users users;
    private final FundingPeriods periods;
    private final MailSettings settings;
    private final ObjectMapper json;

    ClaimLetterWriter(Users users, FundingPeriods periods, MailSettings settings, ObjectMapper json) {
        this.users = users;
        this.periods = periods;
        this.settings = settings;
        this.json = json;
    }

    /** Who gets one; also asked before it happens (R29). */
    List<Recipient> recipients(OccasionKind kind) {
        boolean submitted = kind == OccasionKind.CLAIM_SUBMITTED;
        Audience audience = submitted ? Audience.MINISTRY : Audience.NSI;
        return users
                .<User>list("role = ?1 and active = true order by id", submitted ? Role.MINISTRY : Role.NSI)
                .stream()
                .map(user -> new Recipient(audience, user.email(), user.name(), null))
                .toList();
    }

    /** The mails, not yet stored. */
    List<WrittenMail> write(MailOccasion occasion) {
        FundingPeriod period = periods.findById(occasion.periodId());
        ClaimFacts facts = read(occasion);
        Prose prose = Prose.of(occasion.kind(), ClaimLetter.of(period, facts));
        return recipients(occasion.kind()).stream()
                .map(recipient -> {
                    MailContent content = new MailContent(
                            prose.subject(),
                            prose.subject(),
                            Prose.oneLine(recipient.name()),
                            prose.paragraphs(),
                            List.of(),
                            ClaimLetter.rows(period, facts, occasion.occurredAt()),
                            settings.link("/mittelabrufe/" + facts.claimId()),
                            "Zum Mittelabruf im Portal",
                            List.of(),
                            Sender.of(settings));
                    return new WrittenMail(recipient, content.render(null));
                })
                .toList();
    }

    private ClaimFacts read(MailOccasion occasion) {
        try {
            return json.readValue(occasion.facts(), ClaimFacts.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
