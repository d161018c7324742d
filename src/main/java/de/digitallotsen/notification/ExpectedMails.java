package de.digitallotsen.notification;

import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.OutboxMail.Recipient;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Happenings;
import de.digitallotsen.shared.MailForecast;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which mails will be composed of the occasions that the running transaction has noted, and to whom: by the same
 * recipients that {@link LetterWriter} writes to (R29). Not a word is rendered for it.
 */
@ApplicationScoped
class ExpectedMails implements MailForecast {

    private final Happenings happenings;
    private final Occasions occasions;
    private final Cases cases;
    private final Recipients recipients;
    private final ClaimLetterWriter claims;
    private final ProofLetterWriter proofs;

    ExpectedMails(
            Happenings happenings,
            Occasions occasions,
            Cases cases,
            Recipients recipients,
            ClaimLetterWriter claims,
            ProofLetterWriter proofs) {
        this.happenings = happenings;
        this.occasions = occasions;
        this.cases = cases;
        this.recipients = recipients;
        this.claims = claims;
        this.proofs = proofs;
    }

    @Override
    public List<Consequences.Mail> ofThisTransaction() {
        return happenings.list(MailOccasion.class).stream()
                .flatMap(this::eachRegistration)
                .flatMap(this::mails)
                .toList();
    }

    private Stream<MailOccasion> eachRegistration(MailOccasion occasion) {
        return occasion.concernsWholeSeminar()
                ? occasions.concerned(occasion).stream().map(occasion::about)
                : Stream.of(occasion)
                        .filter(one -> one.registrationId() != null
                                || one.kind().isAboutClaim()
                                || one.kind().isAboutProof());
    }

    private Stream<Consequences.Mail> mails(MailOccasion occasion) {
        return told(occasion).stream()
                .map(recipient -> new Consequences.Mail(
                        occasion.kind().name(),
                        Messages.label(occasion.kind()),
                        recipient.audience().name(),
                        recipient.address(),
                        recipient.name()));
    }

    private List<Recipient> told(MailOccasion occasion) {
        OccasionKind kind = occasion.kind();
        if (kind.isAboutClaim()) {
            return claims.recipients(kind);
        }
        return kind.isAboutProof() ? proofs.recipients(kind) : recipients.of(cases.of(occasion));
    }
}
