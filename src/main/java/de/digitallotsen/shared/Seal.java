package de.digitallotsen.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what only the holder of a text may read again (AES-256-GCM, the key is a hash of that text). Good for texts
 * that nobody can guess, such as random keys of submissions; never for passwords.
 */
final class Seal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    Seal(String holdersText) {
        try {
            // Another hash than the one under which the submission is found.
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("seal:" + holdersText).getBytes(StandardCharsets.UTF_8));
            this.key = new SecretKeySpec(hash, "AES");
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Nonce and ciphertext in Base64; only the same owner gets it open again. */
    String close(byte[] content, long owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, nonce, content, owner);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + closed.length)
                        .put(nonce)
                        .put(closed)
                        .array());
    }

    byte[] open(String closed, long owner) {
        byte[] bytes = Base64.getDecoder().decode(closed);
        return apply(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(bytes, NONCE_BYTES),
                Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length),
                owner);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] content, long owner) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(owner).array());
            return cipher.doFinal(content);
        } catch (GeneralSecurityException forged) {
            throw new IllegalStateException(forged);
        }
    }
}
