package de.digitallotsen.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

/**
 * Stands in the security log for an address, of a mailbox or of a machine: the same one for the same address, so that a
 * pattern can be seen, and nothing that could be guessed back without the key (HMAC-SHA-256). Whoever throws the key
 * away makes the log anonymous.
 */
@Singleton
class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    /** Of the hash: 64 bits tell all addresses apart that a log will ever hold. */
    private static final int KEPT_BYTES = 8;

    private final SecretKeySpec key;

    Pseudonyms(SecurityLogSettings settings) {
        this.key = new SecretKeySpec(
                settings.keyLocation().map(Pseudonyms::read).orElseGet(Pseudonyms::random), ALGORITHM);
    }

    private static byte[] read(String location) {
        try {
            byte[] key = Base64.getMimeDecoder()
                    .decode(Files.readString(Path.of(location), StandardCharsets.US_ASCII)
                            .strip());
            if (key.length < KEY_BYTES) {
                throw new IllegalStateException("Too short: digitallotsen.security-log.key-location " + location);
            }
            return key;
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "Cannot be read: digitallotsen.security-log.key-location " + location, unreadable);
        }
    }

    private static byte[] random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Sixteen hexadecimal digits; null for nothing. */
    String of(String address) {
        if (address == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
