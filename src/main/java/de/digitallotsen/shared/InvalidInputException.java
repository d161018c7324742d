package de.digitallotsen.shared;

import java.util.List;

/**
 * What was typed cannot be used. Carries every violation at once, so that a person corrects a form in one go. Becomes a
 * 400.
 */
public class InvalidInputException extends RuntimeException {

    private final transient List<Violation> violations;

    public InvalidInputException(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
