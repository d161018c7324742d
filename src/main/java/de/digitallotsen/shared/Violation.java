package de.digitallotsen.shared;

/**
 * One thing that is wrong with what was typed.
 *
 * @param field the name in the JSON body and in the form, for example {@code participant.email}
 * @param message a German sentence that says what to do
 */
public record Violation(String field, String message) {}
