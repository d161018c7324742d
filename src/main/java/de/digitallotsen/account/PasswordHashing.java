package de.digitallotsen.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.function.Supplier;

import de.digitallotsen.shared.RefusedException;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Hashes passwords with bcrypt, a few at a time. Hashing is what costs most at opening time: without a limit, 430
 * people signing in would leave no processor for those who register. Whoever waits too long is told to come back (503),
 * and so is at once whoever comes when as many wait as can be served in that time: each of them keeps a thread that
 * others need.
 */
@ApplicationScoped
class PasswordHashing {

    /**
     * Before a hash of bcrypt: it was made of the digest of the password. bcrypt looks at 72 bytes only, which an
     * umlaut uses up twice as fast; the digest in Base64 has 64, however long the password is. Hashes without it were
     * made before.
     */
    private static final String OF_DIGEST = "{SHA-384}";

    /** What bcrypt looks at. */
    private static final int MOST_BYTES = 72;

    private final HashingLine line;
    private final int cost;
    private final String nobodysHash;

    PasswordHashing(PasswordSettings settings) {
        this.line = new HashingLine(settings);
        this.cost = settings.cost();
        this.nobodysHash = BcryptUtil.bcryptHash("nobody has this password", cost);
    }

    /** A new hash, for somebody who is known: by a session or a link. */
    String hash(String password) {
        return inTurn(HashingLine.Asker.KNOWN, () -> OF_DIGEST + BcryptUtil.bcryptHash(digest(password), cost));
    }

    /** @throws RefusedException BUSY (503) if so many wait that this one would be sent away */
    void requireRoom(HashingLine.Asker asker) {
        line.requireRoom(asker);
    }

    /**
     * True if the password belongs to the hash. Takes the same time when there is no account: then {@code hash} is
     * null.
     */
    boolean matches(String password, String hash, HashingLine.Asker asker) {
        if (hash != null && hash.startsWith(OF_DIGEST)) {
            String digest = digest(password);
            return inTurn(asker, () -> BcryptUtil.matches(digest, hash.substring(OF_DIGEST.length())));
        }
        boolean same = inTurn(asker, () -> BcryptUtil.matches(password, hash == null ? nobodysHash : hash));
        return same && hash != null && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private <T> T inTurn(HashingLine.Asker asker, Supplier<T> work) {
        line.enter(asker);
        try {
            return work.get();
        } finally {
            line.leave();
        }
    }

    /** The same for an umlaut of one character and one of two: keyboards differ. */
    private static String digest(String password) {
        try {
            byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
