package de.digitallotsen.settings.web;

import java.util.Map;
import java.util.function.Supplier;

import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;

/** Forms call some fields otherwise than use cases do: euros instead of cents, percent instead of basis points. */
final class FormFields {

    private FormFields() {}

    /**
     * Does something; what is wrong comes back at the fields of the form.
     *
     * @param names what the form calls a field of the use case; the others are called the same
     */
    static void within(Map<String, String> names, Runnable act) {
        asking(names, () -> {
            act.run();
            return null;
        });
    }

    /** The same with an answer. */
    static <T> T asking(Map<String, String> names, Supplier<T> act) {
        try {
            return act.get();
        } catch (InvalidInputException invalid) {
            throw new InvalidInputException(invalid.violations().stream()
                    .map(violation -> new Violation(
                            names.getOrDefault(violation.field(), violation.field()), violation.message()))
                    .toList());
        }
    }
}
