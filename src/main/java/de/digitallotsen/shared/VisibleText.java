package de.digitallotsen.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

import com.ibm.icu.text.UnicodeSet;

/**
 * Text as a reader sees it (R37): in NFC, without the characters that nobody sees (soft hyphen, zero-width blanks and
 * joiners, marks of direction, BOM …) and without blanks around it. Word, Outlook and web pages put such characters in
 * when something is copied; whoever pastes them knows nothing of it, so they are taken out and not refused.
 *
 * <p>Two stay, for whoever checks the text to refuse: the overrides U+202D and U+202E, because they show letters in
 * another order than they stand in. Joiners stay where a reader sees them: between letters of Arabic and the scripts of
 * India.
 */
public final class VisibleText {

    /** Blanks of every kind: of Unicode, the tabulator, and the blank of Braille. */
    private static final String BLANKS = "[\\p{Zs}\\t\\u2800]";

    private static final Pattern BLANK = Pattern.compile(BLANKS + "+");
    private static final String AROUND_TEXT = "[\\p{Z}\\s\\u0085\\u2800]";
    /** Looks at a run of blanks once, however long it is: texts come from strangers. */
    private static final Pattern AROUND =
            Pattern.compile("^" + AROUND_TEXT + "++|(?<!" + AROUND_TEXT + ")" + AROUND_TEXT + "++$");

    private static final UnicodeSet UNSEEN =
            new UnicodeSet("[[:Default_Ignorable_Code_Point:]-[\\u200C\\u200D\\u202D\\u202E]]").freeze();
    private static final String JOINING = "\\p{IsArabic}\\p{IsSyriac}\\p{IsMongolian}\\p{IsDevanagari}\\p{IsBengali}"
            + "\\p{IsGurmukhi}\\p{IsGujarati}\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}"
            + "\\p{IsSinhala}\\p{IsKhmer}";
    private static final Pattern UNSEEN_JOINER =
            Pattern.compile("(?<![" + JOINING + "])[\\u200C\\u200D]+|[\\u200C\\u200D]+(?![" + JOINING + "])");

    private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]");

    private VisibleText() {}

    /** One line: every blank is a plain one, never two in a row; null if nothing is left. */
    public static String line(String raw) {
        String text = lines(raw);
        return text == null ? null : BLANK.matcher(text).replaceAll(" ");
    }

    /** Several lines: blanks inside stay as they were typed; null if nothing is left. */
    public static String lines(String raw) {
        if (raw == null) {
            return null;
        }
        String text = AROUND.matcher(Normalizer.normalize(seen(raw), Normalizer.Form.NFC))
                .replaceAll("");
        return text.isEmpty() ? null : text;
    }

    /** Without the characters that nobody sees; blanks and normal form stay as they are. */
    static String seen(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().filter(c -> !UNSEEN.contains(c)).forEach(text::appendCodePoint);
        return UNSEEN_JOINER.matcher(text).replaceAll("");
    }

    /** The same with hyphens, dashes and minus signs of every kind as plain hyphens: readers take them for one. */
    public static String plainHyphens(String text) {
        return HYPHENS.matcher(text).replaceAll("-");
    }

    /** True if nothing can be seen in it; a missing text is blank. */
    public static boolean isBlank(String raw) {
        return line(raw) == null;
    }

    /** True if a blank of any kind is in it. */
    static boolean hasBlank(String text) {
        return text.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x2800);
    }
}
