package de.digitallotsen.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code on a certificate that proves, together with its number, that somebody holds the document: twelve letters and
 * digits without 0, O, 1 and I, 60 random bits. Read aloud in three groups.
 */
final class CheckCode {

    static final int LENGTH = 12;
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CheckCode() {}

    static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** {@code 7K3M-Q9XA-2PBD}. */
    static String spoken(String code) {
        return code.substring(0, GROUP) + "-" + code.substring(GROUP, 2 * GROUP) + "-" + code.substring(2 * GROUP);
    }

    /** What a person typed without spaces and hyphens, in capitals. */
    static String bare(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u2010-\\u2015-]", "").toUpperCase(Locale.ROOT);
    }

    /** True if the typed code is this one; takes the same time for every wrong one of the right length. */
    static boolean matches(String code, String typed) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII), bare(typed).getBytes(StandardCharsets.UTF_8));
    }
}
