package de.digitallotsen.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a person, or of what somebody does, in its normal form (R37): NFC, nothing that nobody sees, plain single
 * blanks. Letters, case, hyphens and apostrophes stay as they were typed.
 *
 * @param text the normal form
 */
public record PersonName(String text) {

    /** What mail programs turn into links, so that a name could lead somewhere. */
    private static final Pattern ADDRESS = Pattern.compile(
            "http|www\\.|://|[^\\s@]\\s*[@\uff20\ufe6b]\\s*[^\\s@]"
                    + "|[\\p{L}\\p{N}-]{2,}\\.(com|net|org|de|eu|io|ru|biz|xyz|top|info|shop|online|site|app|dev|me|co"
                    + "|ly|at|ch|uk|link|click)(?![\\p{L}\\p{N}])|[\\p{L}\\p{N}-]\\.\\p{L}{2,}/",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The normal form; empty if nothing is left of it. */
    public static Optional<PersonName> of(String raw) {
        return Optional.ofNullable(VisibleText.line(raw)).map(PersonName::new);
    }

    /** True if a mail program would make a link of it: such a name could send people elsewhere. */
    public boolean leadsSomewhere() {
        return ADDRESS.matcher(text).find();
    }

    @Override
    public String toString() {
        return text;
    }
}
