package de.digitallotsen.registration;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The reference of a registration (R23): eight letters and digits without 0, O, 1 and I, the last one a check
 * character. It catches every mistyped character and every swapped pair, so that a slip on the telephone never finds
 * somebody else.
 *
 * <p>The check character is the sum of the characters' values, each multiplied by a growing power of the primitive
 * element of the field with 32 elements (x⁵ + x² + 1).
 */
public final class Reference {

    static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    /** Characters of a reference, the check character included. */
    public static final int LENGTH = 8;

    private static final int FIELD_POLYNOMIAL = 0b100101;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** A new one: 35 random bits, so that references cannot be guessed one after the other. */
    public static String next() {
        StringBuilder reference = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH - 1; i++) {
            reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return reference.append(checkCharacter(reference)).toString();
    }

    static char checkCharacter(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum = times2(sum ^ ALPHABET.indexOf(characters.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int times2(int value) {
        int doubled = value << 1;
        return doubled >= ALPHABET.length() ? doubled ^ FIELD_POLYNOMIAL : doubled;
    }

    /**
     * Reads what a person typed: lower case, spaces and hyphens are fine.
     *
     * @return empty if it is no reference, because a character is wrong or swapped
     */
    public static Optional<String> parse(String typed) {
        if (typed == null || typed.length() > 40) {
            return Optional.empty();
        }
        String bare = typed.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
        boolean known = bare.length() == LENGTH && bare.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return known && checkCharacter(bare) == bare.charAt(LENGTH - 1) ? Optional.of(bare) : Optional.empty();
    }

    /** In two groups of four, as it is read aloud: {@code 7K3M-Q9XA}. */
    public static String spoken(String reference) {
        return reference.substring(0, 4) + "-" + reference.substring(4);
    }
}
