package de.digitallotsen.budget;

/**
 * For whom money moves: a registration and its Kommune.
 *
 * @param reference as stored: eight characters, without a hyphen
 * @param kommuneArs twelve digits
 */
public record Payee(long registrationId, String reference, String kommuneArs) {}
