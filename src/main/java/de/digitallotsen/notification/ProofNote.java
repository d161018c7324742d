package de.digitallotsen.notification;

/**
 * What a mail about a proof of use is made of.
 *
 * @param number of the version
 */
public record ProofNote(String number) {}
