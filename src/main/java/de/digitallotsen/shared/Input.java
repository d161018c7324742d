package de.digitallotsen.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks what came from outside, for forms and JSON alike, and gathers what is wrong with it. Texts are taken as a
 * reader sees them ({@link VisibleText}); control characters are refused, because they break lists, mails and
 * calendars.
 */
public final class Input {

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029&&[^\\u200C\\u200D]]");
    private static final Pattern CONTROL_BUT_LINES =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029&&[^\\u200C\\u200D\\r\\n\\t]]");

    /** What is looked for is kept nowhere, and finds nothing that could not be stored. */
    private static final String SEARCH = "q";

    private final List<Violation> violations = new ArrayList<>();

    /** As a reader sees it (R37), in one line; null and blank become null. */
    public static String clean(String raw) {
        return VisibleText.line(raw);
    }

    /** A text that has to be there, of one line. */
    public String required(String field, String label, String raw, int longest) {
        String text = optional(field, label, raw, longest);
        if (text == null && violations.stream().noneMatch(v -> v.field().equals(field))) {
            reject(field, Messages.text("input.required", "label", label));
        }
        return text;
    }

    /** A text of one line that may be missing; null if it is. */
    public String optional(String field, String label, String raw, int longest) {
        return text(field, label, VisibleText.line(raw), longest, CONTROL);
    }

    /** The name of a person or of what somebody does, which stands in mails: it is no way to send people elsewhere. */
    public String requiredName(String field, String label, String raw, int longest) {
        return name(field, label, required(field, label, raw, longest));
    }

    /** The same where it may be missing. */
    public String optionalName(String field, String label, String raw, int longest) {
        return name(field, label, optional(field, label, raw, longest));
    }

    private String name(String field, String label, String text) {
        if (text != null && new PersonName(text).leadsSomewhere()) {
            reject(field, Messages.text("input.address-in-name", "label", label));
            return null;
        }
        return text;
    }

    /** A text of several lines that may be missing; null if it is. */
    public String optionalLines(String field, String label, String raw, int longest) {
        return text(field, label, VisibleText.lines(raw), longest, CONTROL_BUT_LINES);
    }

    private String text(String field, String label, String text, int longest, Pattern forbidden) {
        if (text == null) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            reject(
                    field,
                    Messages.text(
                            "input.too-long",
                            "label",
                            label,
                            "longest",
                            longest,
                            "actual",
                            text.codePointCount(0, text.length())));
            return null;
        }
        if (forbidden.matcher(text).find()) {
            reject(field, Messages.text("input.control-characters", "label", label));
            return null;
        }
        return printable(field, label, text);
    }

    private String printable(String field, String label, String text) {
        Optional<String> other = SEARCH.equals(field) ? Optional.empty() : Printable.firstOther(text);
        other.ifPresent(character -> violations.add(new Violation(
                field,
                Messages.text("input.not-printable", "label", label, "character", character),
                Violation.NOT_PRINTABLE)));
        return other.isEmpty() ? text : null;
    }

    /**
     * An e-mail address in the form in which it is kept (R4, R37); null (and a violation that says why) if it is none.
     */
    public String email(String field, String label, String raw) {
        if (VisibleText.line(raw) == null) {
            return required(field, label, raw, EmailAddress.LONGEST);
        }
        EmailAddress.Reading reading = EmailAddress.read(raw);
        if (reading.address() == null) {
            reject(field, Messages.text(reading.problem(), "label", label));
            return null;
        }
        return reading.address().stored();
    }

    /** A whole number between the two bounds; null (and a violation) if it is missing or outside. */
    public Long number(String field, String label, Long value, long least, long most) {
        if (value == null) {
            reject(field, Messages.text("input.required", "label", label));
            return null;
        }
        if (value < least || value > most) {
            reject(
                    field,
                    Messages.text(
                            "input.range", "label", label, "least", German.number(least), "most", German.number(most)));
            return null;
        }
        return value;
    }

    /** An amount between the two bounds, all in cents; null (and a violation in euros) if it is missing or outside. */
    public Long euro(String field, String label, Long cents, long least, long most) {
        if (cents != null && (cents < least || cents > most)) {
            reject(
                    field,
                    Messages.text("input.range", "label", label, "least", new Money(least), "most", new Money(most)));
            return null;
        }
        return number(field, label, cents, least, most);
    }

    /** A share between the two bounds, all in basis points; null (and a violation in percent) if it is not. */
    public Long percent(String field, String label, Long basisPoints, long least, long most) {
        if (basisPoints != null && (basisPoints < least || basisPoints > most)) {
            reject(
                    field,
                    Messages.text(
                            "input.range",
                            "label",
                            label,
                            "least",
                            German.percent(least),
                            "most",
                            German.percent(most)));
            return null;
        }
        return number(field, label, basisPoints, least, most);
    }

    /** Notes something that is wrong. */
    public void reject(String field, String message) {
        violations.add(new Violation(field, message));
    }

    /** Notes something that is wrong unless the condition holds. */
    public void check(boolean holds, String field, String messageKey, Object... details) {
        if (!holds) {
            reject(field, Messages.text(messageKey, details));
        }
    }

    /** Everything that is wrong so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** True as long as nothing is wrong. */
    public boolean isFine() {
        return violations.isEmpty();
    }

    /** @throws InvalidInputException with everything that is wrong, if anything is */
    public void throwIfWrong() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }
}
