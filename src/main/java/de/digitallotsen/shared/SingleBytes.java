package de.digitallotsen.shared;

import java.util.OptionalInt;

/**
 * Whether a file of one byte a letter is Windows-1252 with certainty. „CSV (MS-DOS)“ and „CSV (Macintosh)“ use the same
 * bytes for other letters: an ö of DOS is a closing quotation mark here, one of the Mac an š. What stands where no
 * Windows file has it gives them away; letters that all three could mean count only beside a German umlaut, whose bytes
 * are letters in Windows-1252 alone.
 */
final class SingleBytes {

    /** The umlauts and ß: frames, fractions and signs in the others. */
    private static final String EVIDENCE = "ÄÖÜäöüß";
    /** Free in Windows-1252; ü, ì, Å, É, Ø and others elsewhere. */
    private static final String FREE = "\u0081\u008D\u008F\u0090\u009D\uFFFD";
    /** Letters here whose bytes are an umlaut of DOS or of the Mac. */
    private static final String AMBIGUOUS = "ŠšŒœŽžŸƒ\u02C6\u02DC";
    /** Signs that may follow a letter directly. */
    private static final String AFTER_LETTERS = "\u2019\u201C\u201D\u2026\u2013\u2014\u00B4\u00B2\u00B3\u00AB\u00BB"
            + "\u00AE\u00A9\u00BA\u00AA\u00B7\u00A0\u2122\u203A\u00B9";
    /** Signs that may stand directly before a word. */
    private static final String BEFORE_LETTERS =
            "\u2018\u2019\u201A\u201C\u201E\u2013\u2014\u2022\u00AB\u00BB\u00B4\u00A0\u00B7\u2039\u00BF\u00A1";

    private SingleBytes() {}

    /** The first place that speaks against Windows-1252 or leaves it open; empty if it is certain. */
    static OptionalInt doubt(byte[] file, String windows) {
        boolean evident = isEvident(windows);
        for (int at = 0; at < windows.length(); at++) {
            if ((file[at] & 0x80) != 0 && isDoubtful(windows, at, evident)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isEvident(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (EVIDENCE.indexOf(text.charAt(at)) >= 0 && (isAscii(text, at - 1) || isAscii(text, at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDoubtful(String text, int at, boolean evident) {
        char sign = text.charAt(at);
        if (FREE.indexOf(sign) >= 0) {
            return true;
        }
        if (AMBIGUOUS.indexOf(sign) >= 0) {
            return !evident;
        }
        if (sign == 'á' && isVowel(text, at - 1)) {
            // The ß of DOS: Groß, Straße.
            return !evident;
        }
        if (Character.isLetter(sign) && sign >= '\u00C0') {
            return false;
        }
        return isMisplaced(text, at, evident);
    }

    /** A sign, where the others have a letter. */
    private static boolean isMisplaced(String text, int at, boolean evident) {
        char sign = text.charAt(at);
        boolean before = isLetter(text, at - 1);
        boolean after = isLetter(text, at + 1);
        if (before && after) {
            return !isBetweenLetters(text, at, evident);
        }
        if (before) {
            return AFTER_LETTERS.indexOf(sign) < 0 || sign == '\u201D' && !hasInLine(text, at, "\u201E\u201C");
        }
        return after && (BEFORE_LETTERS.indexOf(sign) < 0 || sign == '\u201E' && !hasInLine(text, at, "\u201C\u201D"));
    }

    private static boolean isBetweenLetters(String text, int at, boolean evident) {
        char sign = text.charAt(at);
        return switch (sign) {
            case '\u2019', '\u00B4' -> evident || isShortWordBefore(text, at) || text.startsWith("s", at + 1);
            case '\u2013', '\u2014' -> evident || Character.isUpperCase(text.charAt(at + 1));
            case '\u00A0', '\u00B7' -> evident;
            default -> false;
        };
    }

    /** O’Neill, d’Angelo, Mc’Something. */
    private static boolean isShortWordBefore(String text, int at) {
        return !isLetter(text, at - 2) || !isLetter(text, at - 3);
    }

    private static boolean hasInLine(String text, int at, String signs) {
        int begin = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(begin, end < 0 ? text.length() : end).chars().anyMatch(c -> signs.indexOf(c) >= 0);
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean isAscii(String text, int at) {
        return isLetter(text, at) && text.charAt(at) < 0x80;
    }

    private static boolean isVowel(String text, int at) {
        return at >= 0 && "aeiouyAEIOUYäöüÄÖÜ".indexOf(text.charAt(at)) >= 0;
    }
}
