package de.digitallotsen.proof;

import de.digitallotsen.claim.Recipient;
import de.digitallotsen.paper.Print;
import jakarta.enterprise.context.ApplicationScoped;

/** Who issues a proof of use, and who is paid: as the configuration says today. */
@ApplicationScoped
class ProofIssuer {

    private final Print print;
    private final Recipient recipient;

    ProofIssuer(Print print, Recipient recipient) {
        this.print = print;
        this.recipient = recipient;
    }

    ProofOfUse.Issuer now() {
        return new ProofOfUse.Issuer(print.sender(), recipient.referenceNumber(), recipient.accountHolder());
    }
}
