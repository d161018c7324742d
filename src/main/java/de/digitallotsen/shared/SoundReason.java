package de.digitallotsen.shared;

import java.util.Arrays;

/**
 * Why somebody wants to see names that they otherwise never see (R25): a sentence that another person can check later,
 * not a mark in a field. One rule for every door to names, on pages and in the interface.
 */
public final class SoundReason {

    /** Fewest letters; digits, blanks and signs count as none. */
    public static final int FEWEST_LETTERS = 15;

    /** Longest reason, in characters. */
    public static final int LONGEST = 500;

    private static final int FEWEST_WORDS = 2;
    /** „xxxxx xxxxx xxxxx“ has one. */
    private static final int FEWEST_DIFFERENT = 5;

    private SoundReason() {}

    /** The reason, cleaned; null (and what is wrong with it) where it is none. */
    public static String required(Input input, String field, String raw) {
        String text = input.required(field, "Begründung", raw, LONGEST);
        if (text != null && !isSound(text)) {
            input.reject(field, Messages.text("reason.no-sentence", "letters", FEWEST_LETTERS));
            return null;
        }
        return text;
    }

    private static boolean isSound(String text) {
        long words = text.split("[^\\p{L}]+").length - (text.matches("(?s)[^\\p{L}].*") ? 1 : 0);
        int[] letters = text.codePoints().filter(Character::isLetter).toArray();
        long different =
                Arrays.stream(letters).map(Character::toLowerCase).distinct().count();
        return letters.length >= FEWEST_LETTERS && words >= FEWEST_WORDS && different >= FEWEST_DIFFERENT;
    }
}
