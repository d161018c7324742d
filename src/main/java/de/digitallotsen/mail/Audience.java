package de.digitallotsen.mail;

/** To whom a mail speaks; each gets words of its own. */
public enum Audience {
    PARTICIPANT,
    /** Whose place somebody else has taken over (R16). */
    FORMER_PARTICIPANT,
    /** Personnel staff of the Kommune. */
    STAFF,
    /** Staff of the Ministry. */
    MINISTRY,
    /** Seminar administration. */
    NSI
}
