package de.digitallotsen.seminar;

import de.digitallotsen.shared.Actor;

/**
 * Told inside the transaction in which a seminar got more seats or fewer, or another deadline, so that seats and money
 * go to those whose turn it is now (R14), and whoever has no turn any more is told so.
 *
 * @param actor who changed it
 * @param message a sentence of the NSI's own for the mails, or null
 */
public record SeatsOrDeadlineChanged(Actor actor, long seminarId, String message) {}
