package de.digitallotsen.claim;

import io.smallrye.config.ConfigMapping;

/** What the Ministry has to know to pay, from configuration. */
@ConfigMapping(prefix = "digitallotsen.claim")
interface RecipientSettings {

    /** Aktenzeichen of the grant. */
    String referenceNumber();

    /** Without another setting the operator. */
    String accountHolder();

    /** Of the account to which the Ministry pays. */
    String iban();
}
