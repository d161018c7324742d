package de.digitallotsen.seminar;

/**
 * Told inside the transaction in which a seminar got more seats or fewer, or another deadline, so that seats and money
 * go to those whose turn it is now (R14).
 */
public record SeatsOrDeadlineChanged(long seminarId) {}
