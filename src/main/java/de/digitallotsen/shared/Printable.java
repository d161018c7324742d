package de.digitallotsen.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters the fonts of the documents have (R38): all of DIN 91379, the rest of the Latin, Greek and Cyrillic
 * letters, and the hyphens, blanks and quotation marks that word processors make. Chinese, Arabic and emoji are beyond.
 * A test prints every one of them.
 */
public final class Printable {

    // By block and not by character: what Unicode leaves free within a block never comes.
    private static final Pattern OTHER = Pattern.compile("[^\\t\\r\\n\\u0020-\\u007E\\u00A0-\\u03E1\\u03F0-\\u052F"
            + "\\u1D00-\\u1DBF\\u1E00-\\u1EFF\\u1F00-\\u1FFE\\u2000-\\u200D\\u2010-\\u2027\\u202F-\\u205E\\u2060"
            + "\\u2070-\\u209C\\u20A0-\\u20BF\\u2100-\\u215F\\u2190-\\u2193\\u2212\\u221E\\u2248\\u2260\\u2264\\u2265"
            + "\\uFEFF]");

    private Printable() {}

    /** The first character that no document can show; empty if all of them can be printed. */
    public static Optional<String> firstOther(String text) {
        Matcher other = OTHER.matcher(text);
        return other.find() ? Optional.of(other.group()) : Optional.empty();
    }
}
