package de.digitallotsen.budget;

/**
 * Told inside the transaction in which money of a period became available, so that it goes to those who wait for it
 * (R14).
 */
public record FundsFreed(long periodId) {}
