package de.digitallotsen.shared;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with what was typed.
 *
 * @param field the name in the JSON body and in the form, for example {@code participant.email}
 * @param message a German sentence that says what to do
 * @param code for programs, where they can do something about it ({@link #NOT_PRINTABLE}); otherwise null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String field, String message, String code) {

    /** A character that no document can show (R38). */
    public static final String NOT_PRINTABLE = "NOT_PRINTABLE";

    /** Without a code. */
    public Violation(String field, String message) {
        this(field, message, null);
    }

    /** The same about a field that is called otherwise where it was typed. */
    public Violation named(String otherField) {
        return new Violation(otherField, message, code);
    }
}
