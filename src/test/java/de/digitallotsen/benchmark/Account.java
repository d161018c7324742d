package de.digitallotsen.benchmark;

/**
 * Somebody who can register people.
 *
 * @param kommuneArs of personnel staff, else null
 * @param session id of a session that is in the database
 */
record Account(long userId, String email, String role, String kommuneArs, String session) {}
