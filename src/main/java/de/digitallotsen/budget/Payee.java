package de.digitallotsen.budget;

/** For whom money moves: a registration and its Kommune. */
public record Payee(long registrationId, String reference, String kommuneArs) {}
