package de.digitallotsen.claim;

import io.smallrye.config.ConfigMapping;

/** What the Ministry has to know to pay, from configuration. */
@ConfigMapping(prefix = "digitallotsen.claim")
public interface Recipient {

    /** Aktenzeichen of the grant. */
    String referenceNumber();

    /** Without another setting the operator. */
    String accountHolder();

    /** As it stands on the claim. */
    String iban();
}
