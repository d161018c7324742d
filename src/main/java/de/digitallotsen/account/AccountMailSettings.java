package de.digitallotsen.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/**
 * The brake on mails about accounts: an invitation goes to an address that somebody types, a link to whoever is asked
 * for.
 */
@ConfigMapping(prefix = "digitallotsen.account-mail")
interface AccountMailSettings {

    /** The time in which they are counted. */
    Duration within();

    /**
     * Invitations that one account sends one by one in that time; those of a list are counted by themselves. At least
     * 1.
     */
    int mostInvitationsPerAccount();

    /** Invitations that all personnel staff of one Kommune send in that time; at least 1. */
    int mostInvitationsPerKommune();

    /** Invitations to one mail address in that time, alone or in lists, whoever sends them; at least 1. */
    int mostInvitationsPerAddress();

    /** Links for a forgotten password to one account in that time, whoever asks for them; at least 1. */
    int mostResetLinksPerAccount();
}
