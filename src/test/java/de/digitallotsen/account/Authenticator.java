package de.digitallotsen.account;

import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/** The app on the telephone. */
public final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    /** The code that it shows at that instant for a secret in Base32. */
    public static String code(String secret, Instant at) {
        try {
            TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(decode(secret), generator.getAlgorithm()), at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decode(String base32) {
        java.math.BigInteger bits = java.math.BigInteger.ZERO;
        for (char c : base32.toCharArray()) {
            bits = bits.shiftLeft(5).add(java.math.BigInteger.valueOf(ALPHABET.indexOf(c)));
        }
        int bytes = base32.length() * 5 / 8;
        bits = bits.shiftRight(base32.length() * 5 - bytes * 8);
        byte[] decoded = new byte[bytes];
        for (int i = bytes - 1; i >= 0; i--) {
            decoded[i] = bits.byteValue();
            bits = bits.shiftRight(8);
        }
        return decoded;
    }
}
