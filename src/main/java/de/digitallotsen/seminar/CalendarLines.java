package de.digitallotsen.seminar;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds the lines of a calendar file (RFC 5545, 3.1): at most 75 octets of UTF-8 each, continued after a blank. What a
 * reader sees as one letter is never cut, whatever it is made of.
 */
final class CalendarLines {

    private static final int LONGEST = 75;
    private static final String CONTINUED = "\r\n ";
    /** A letter as a reader sees it: with its marks, as a pair of surrogates, or joined from several. */
    private static final Pattern LETTER = Pattern.compile("\\X");

    private CalendarLines() {}

    /** @param text with lines of any length, each ended by CRLF */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (String line : text.split("\r\n")) {
            foldLine(line, folded);
            folded.append("\r\n");
        }
        return folded.toString();
    }

    private static void foldLine(String line, StringBuilder folded) {
        int room = LONGEST;
        Matcher letters = LETTER.matcher(line);
        while (letters.find()) {
            if (octets(letters.group()) < LONGEST) {
                room = append(letters.group(), room, folded);
            } else {
                // More marks than a line holds: no letter of any language.
                for (int c : letters.group().codePoints().toArray()) {
                    room = append(Character.toString(c), room, folded);
                }
            }
        }
    }

    private static int append(String piece, int room, StringBuilder folded) {
        int octets = octets(piece);
        boolean fits = octets <= room;
        folded.append(fits ? "" : CONTINUED).append(piece);
        return (fits ? room : LONGEST - 1) - octets;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
