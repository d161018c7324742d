package de.digitallotsen.notification;

import de.digitallotsen.shared.Refusal;

/** Refusals about mails. */
public enum NotificationRefusal implements Refusal {
    MAIL_NOT_RETRYABLE
}
