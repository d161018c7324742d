package de.digitallotsen.account;

import java.time.Instant;

/**
 * Somebody is to get a mail about the own account, or about the one they may make. Fired inside the transaction;
 * whoever sends mail observes it and keeps it for after the commit. The link is a key: it belongs into the mail and
 * nowhere else.
 *
 * @param userId whose account; null as long as there is none
 * @param name null as long as nobody knows it
 * @param email where to
 * @param link for the occasion, or null
 * @param validUntil of the link, or null
 */
public record MailWanted(Occasion occasion, Long userId, String email, String name, String link, Instant validUntil) {

    /** What the mail is about. */
    public enum Occasion {
        /** A link to choose a new password. */
        PASSWORD_FORGOTTEN,
        /** The password was changed: whoever did not do it should know. */
        PASSWORD_CHANGED,
        /** A link to make an account with. */
        INVITED
    }
}
