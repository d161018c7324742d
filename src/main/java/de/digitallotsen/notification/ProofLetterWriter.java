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
import de.digitallotsen.notification.MailContent.Row;
import de.digitallotsen.notification.MailContent.Sender;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes about proofs of use to everybody with an active account: to the Ministry that one waits to be accepted, to the
 * NSI that one was.
 */
@ApplicationScoped
class ProofLetterWriter {

    private final Users users;
    private final FundingPeriods periods;
    private final MailSettings settings;
    private final ObjectMapper json;

    ProofLetterWriter(Users users, FundingPeriods periods, MailSettings settings, ObjectMapper json) {
        this.users = users;
        this.periods = periods;
        this.settings = settings;
        this.json = json;
    }

    /** Who is written to about that. */
    List<Recipient> recipients(OccasionKind kind) {
        boolean toMinistry = kind == OccasionKind.PROOF_PRODUCED;
        return users
                .<User>list("role = ?1 and active = true order by id", toMinistry ? Role.MINISTRY : Role.NSI)
                .stream()
                .map(user ->
                        new Recipient(toMinistry ? Audience.MINISTRY : Audience.NSI, user.email(), user.name(), null))
                .toList();
    }

    /** The mails, not yet stored. */
    List<WrittenMail> write(MailOccasion occasion) {
        FundingPeriod period = periods.findById(occasion.periodId());
        ProofNote note = read(occasion);
        Prose prose = Prose.of(
                occasion.kind() == OccasionKind.PROOF_PRODUCED
                        ? MinistryLetters.proofProduced(note)
                        : MinistryLetters.proofAccepted(note));
        return recipients(occasion.kind()).stream()
                .map(recipient -> new WrittenMail(
                        recipient,
                        content(prose, recipient, period, note, occasion).render(null)))
                .toList();
    }

    private MailContent content(
            Prose prose, Recipient recipient, FundingPeriod period, ProofNote note, MailOccasion occasion) {
        return new MailContent(
                prose.subject(),
                prose.subject(),
                Prose.oneLine(recipient.name()),
                prose.paragraphs(),
                List.of(),
                List.of(
                        Row.of("Verwendungsnachweis", note.number()),
                        Row.of("Förderzeitraum", period.name()),
                        Row.of("Stand", German.dateTime(occasion.occurredAt()))),
                settings.link("/verwendungsnachweis?zeitraum=" + period.id()),
                "Zum Verwendungsnachweis im Portal",
                List.of(),
                Sender.of(settings));
    }

    private ProofNote read(MailOccasion occasion) {
        try {
            return json.readValue(occasion.facts(), ProofNote.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
