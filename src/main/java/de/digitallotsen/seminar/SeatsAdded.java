package de.digitallotsen.seminar;

/** Told inside the transaction in which a seminar got more seats or a later deadline, so that they go to those who wait (R14). */
public record SeatsAdded(long seminarId) {
}
