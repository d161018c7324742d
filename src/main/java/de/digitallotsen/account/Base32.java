package de.digitallotsen.account;

import java.security.SecureRandom;

/** Text that people can type: Base32 of RFC 4648, without padding. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte b : bytes) {
            buffer = (buffer << Byte.SIZE | (b & 0xFF)) & 0xFFFF;
            filled += Byte.SIZE;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(ALPHABET.charAt(buffer >> filled & 31));
            }
        }
        return filled == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << (BITS - filled) & 31)).toString();
    }

    static String random(SecureRandom random, int characters) {
        StringBuilder text = new StringBuilder();
        random.ints(characters, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
