package de.digitallotsen.claim;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the Ministry has to know to pay, from configuration. */
@Singleton
public class Recipient {

    private final String referenceNumber;
    private final String accountHolder;
    private final String iban;

    Recipient(
            @ConfigProperty(name = "digitallotsen.claim.reference-number") String referenceNumber,
            @ConfigProperty(name = "digitallotsen.claim.account-holder") String accountHolder,
            @ConfigProperty(name = "digitallotsen.claim.iban") String iban) {
        this.referenceNumber = referenceNumber;
        this.accountHolder = accountHolder;
        this.iban = iban;
    }

    /** Aktenzeichen of the grant. */
    public String referenceNumber() {
        return referenceNumber;
    }

    public String accountHolder() {
        return accountHolder;
    }

    public String iban() {
        return iban;
    }
}
