package de.digitallotsen.shared;

import java.time.Period;

import io.smallrye.config.ConfigMapping;

/**
 * How long personal data are kept (R27). Each is a period of days, weeks, months or years, {@code P5Y} or {@code P28D};
 * the privacy notice and the first mail say the same, because they are written from these.
 */
@ConfigMapping(prefix = "digitallotsen.retention")
public interface RetentionSettings {

    /** Names, addresses, functions, reasons: after the end of the funding period that paid. */
    Period names();

    /** What somebody needs to take part: after the last day of the seminar. */
    Period accessibilityNeeds();

    /** Mails that were sent, or became worthless. */
    Period deliveredMails();

    /** Mails that nobody could deliver. */
    Period failedMails();

    /** Sessions, submissions, brakes, uploads, invitations and links that are over. */
    Period shortLived();

    /** How often the portal looks whether the day's deletion is done; a duration, or „off“. Read by the scheduler. */
    String every();

    /** So many rows are deleted in one transaction. */
    int batch();
}
