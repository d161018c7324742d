package de.digitallotsen.shared;

/** The rules of the schedule by which personal data end (R27); how long each keeps them says {@link Retention}. */
public enum RetentionRule {
    /** Names, addresses, functions and what was written in own words: from the end of the period that paid. */
    NAMES,
    /** From the last day of the seminar; at once on cancellation or substitution. */
    ACCESSIBILITY_NEEDS,
    /** From the day on which they were written. */
    DELIVERED_MAILS,
    /** From the day on which they were written. */
    FAILED_MAILS,
    /** Sessions, submissions, brakes, uploads, invitations and links: from their own end. */
    SHORT_LIVED
}
