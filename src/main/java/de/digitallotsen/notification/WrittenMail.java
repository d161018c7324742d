package de.digitallotsen.notification;

import de.digitallotsen.mail.OutboxMail.Content;
import de.digitallotsen.mail.OutboxMail.Recipient;

/** A mail that is written and does not lie in the outbox yet. */
record WrittenMail(Recipient recipient, Content content) {}
