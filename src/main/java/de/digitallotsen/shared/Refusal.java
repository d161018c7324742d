package de.digitallotsen.shared;

/**
 * A reason to say no that the person who asked can understand and act on. One enum per feature implements it; its
 * German text stands in {@code messages/refusals.properties} under the code.
 */
public interface Refusal {

    /** The code that the JSON interface promises, for example KOMMUNE_LIMIT_REACHED. */
    String name();

    /** The HTTP status; 409 unless the reason is of another kind. */
    default int status() {
        return 409;
    }
}
