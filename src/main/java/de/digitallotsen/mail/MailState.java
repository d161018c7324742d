package de.digitallotsen.mail;

/** The life of a mail. */
public enum MailState {
    PENDING,
    /** One sender has it, until its lease runs out. */
    SENDING,
    /** The mail server has taken it over. */
    SENT,
    /** Given up after many tries, or refused for good; the NSI decides. */
    FAILED,
    /** A reminder of what has passed or was cancelled before it could be sent. */
    OBSOLETE,
    /** Only shown, because this is the demo. */
    SHOWN
}
