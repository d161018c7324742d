package de.digitallotsen.mail;

import de.digitallotsen.shared.Refusal;

/** Refusals about mails. */
public enum MailRefusal implements Refusal {
    MAIL_NOT_RETRYABLE
}
