package de.digitallotsen.mail;

/**
 * A mail in the hands of one sender.
 *
 * @param attempt counted from 1; the token with which the sender reports back
 */
record Delivery(long mailId, int attempt, String recipient, String messageId, OutboxMail.Content content) {}
