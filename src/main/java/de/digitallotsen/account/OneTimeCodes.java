package de.digitallotsen.account;

import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import de.digitallotsen.shared.Hashes;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes of six digits that change every 30 seconds (RFC 6238), and recovery codes for the day on which the telephone is
 * lost.
 */
@ApplicationScoped
class OneTimeCodes {

    /** As apps expect it: HMAC-SHA-1, six digits. */
    private static final int SECRET_BYTES = 20;

    private static final int RECOVERY_CODES = 10;
    /** Sixteen characters of Base32. */
    private static final int RECOVERY_BYTES = 10;

    private static final int GROUP = 4;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Base32 base32 = new Base32();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    OneTimeCodes(Clock clock) {
        this.clock = clock;
    }

    byte[] newSecret() {
        return random(SECRET_BYTES);
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /**
     * The time step to which the code belongs, if it is this one or a neighbour: clocks differ and typing takes a
     * while.
     */
    OptionalLong stepOf(byte[] secret, String code) {
        long now = step(clock.instant());
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> codeAt(secret, step).equals(code))
                .findFirst();
    }

    private long step(Instant instant) {
        return instant.getEpochSecond() / generator.getTimeStep().toSeconds();
    }

    private String codeAt(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ten codes, each to be used once: {@code ABCD-EFGH-2345-IJKL}. */
    List<String> newRecoveryCodes() {
        return Stream.generate(() -> grouped(base32.encodeAsString(random(RECOVERY_BYTES))))
                .limit(RECOVERY_CODES)
                .toList();
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** The hash of a recovery code, however it was typed. Eighty random bits need no salt. */
    static String recoveryHash(String typed) {
        return Hashes.sha256("recovery " + typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", ""));
    }
}
