package de.digitallotsen.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks what came from outside, for forms and JSON alike, and gathers what is wrong with it. Texts are NFC-normalised
 * and trimmed; control characters are refused, because they break lists, mails and calendars.
 */
public final class Input {

    /** Longest address that SMTP can carry (RFC 5321, erratum 1690). */
    public static final int LONGEST_EMAIL = 254;
    // Deliberately plain: one @, a dotted domain, no white space, no brackets. Whether the address works, only a mail
    // can tell.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@"
            + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,186}[\\p{L}\\p{N}])?\\.[\\p{L}]{2,63}");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029&&[^\\u200C\\u200D]]");
    private static final Pattern CONTROL_BUT_LINES =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029&&[^\\u200C\\u200D\\r\\n\\t]]");

    /** What mail programs turn into links, so that a name could lead somewhere. */
    private static final Pattern ADDRESS = Pattern.compile(
            "http|www\\.|://|[^\\s@]\\s*[@\uff20\ufe6b]\\s*[^\\s@]"
                    + "|[\\p{L}\\p{N}-]{2,}\\.(com|net|org|de|eu|io|ru|biz|xyz|top)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What is looked for is kept nowhere, and finds nothing that could not be stored. */
    private static final String SEARCH = "q";

    private final List<Violation> violations = new ArrayList<>();

    /** NFC-normalised and trimmed; null and blank become null. */
    public static String clean(String raw) {
        if (raw == null) {
            return null;
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        return text.isEmpty() ? null : text;
    }

    /** The form in which addresses are compared (R4, R37): NFKC, trimmed, lower case. */
    public static String normaliseEmail(String raw) {
        return raw == null
                ? null
                : clean(Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
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
        return text(field, label, raw, longest, CONTROL);
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
        if (text != null && ADDRESS.matcher(text).find()) {
            reject(field, Messages.text("input.address-in-name", "label", label));
            return null;
        }
        return text;
    }

    /** A text of several lines that may be missing; null if it is. */
    public String optionalLines(String field, String label, String raw, int longest) {
        return text(field, label, raw, longest, CONTROL_BUT_LINES);
    }

    private String text(String field, String label, String raw, int longest, Pattern forbidden) {
        String text = clean(raw);
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

    /** An e-mail address in its normalised form (R4). */
    public String email(String field, String label, String raw) {
        String text = required(field, label, normaliseEmail(raw), LONGEST_EMAIL);
        if (text != null && (!EMAIL.matcher(text).matches() || text.contains(".."))) {
            reject(field, Messages.text("input.email", "label", label));
            return null;
        }
        return text;
    }

    /** A whole number between the two bounds; null (and a violation) if it is missing or outside. */
    public Long number(String field, String label, Long value, long least, long most) {
        if (value == null) {
            reject(field, Messages.text("input.required", "label", label));
            return null;
        }
        if (value < least || value > most) {
            reject(field, Messages.text("input.range", "label", label, "least", least, "most", most));
            return null;
        }
        return value;
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
