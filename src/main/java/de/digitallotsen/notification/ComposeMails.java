package de.digitallotsen.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.Outbox;
import de.digitallotsen.mail.OutboxMail;
import de.digitallotsen.shared.UseCase;

/**
 * Turns the oldest open occasion into one mail for each recipient; the mails and the end of the occasion are one
 * transaction.
 */
@UseCase
public class ComposeMails {

    private final Occasions occasions;
    private final LetterWriter registrations;
    private final BudgetLetterWriter budget;
    private final ClaimLetterWriter claims;
    private final ProofLetterWriter proofs;
    private final Outbox outbox;
    private final Clock clock;

    ComposeMails(
            Occasions occasions,
            LetterWriter registrations,
            BudgetLetterWriter budget,
            ClaimLetterWriter claims,
            ProofLetterWriter proofs,
            Outbox outbox,
            Clock clock) {
        this.occasions = occasions;
        this.registrations = registrations;
        this.budget = budget;
        this.claims = claims;
        this.proofs = proofs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @return false if no occasion was open and due
     * @throws CompositionFailedException if its mails could not be composed; {@link #postpone} it then, or it stays
     *     first in line
     */
    public boolean handleNext() {
        Optional<MailOccasion> next = occasions.claimNext(clock.instant());
        next.ifPresent(this::compose);
        return next.isPresent();
    }

    private void compose(MailOccasion occasion) {
        try {
            if (occasion.concernsWholeSeminar()) {
                occasions.spread(occasion);
            } else {
                List<WrittenMail> mails = write(occasion);
                OutboxMail.Subject about = occasion.subject(formerPerson(mails));
                mails.forEach(mail -> outbox.put(about, mail.recipient(), mail.content()));
            }
            occasion.handled(clock.instant());
            occasions.flush();
        } catch (RuntimeException fault) {
            throw new CompositionFailedException(occasion.id(), fault);
        }
    }

    private static Long formerPerson(List<WrittenMail> mails) {
        return mails.stream()
                .map(WrittenMail::recipient)
                .filter(recipient -> recipient.audience() == Audience.FORMER_PARTICIPANT)
                .map(OutboxMail.Recipient::participantId)
                .findFirst()
                .orElse(null);
    }

    private List<WrittenMail> write(MailOccasion occasion) {
        if (occasion.kind().isAboutClaim()) {
            return claims.write(occasion);
        }
        if (occasion.kind().isAboutProof()) {
            return proofs.write(occasion);
        }
        return occasion.kind() == OccasionKind.BUDGET_THRESHOLD
                ? budget.write(occasion)
                : registrations.write(occasion);
    }

    /** Lets the others pass. */
    public void postpone(long occasionId) {
        occasions.findById(occasionId).postpone(clock.instant());
    }
}
