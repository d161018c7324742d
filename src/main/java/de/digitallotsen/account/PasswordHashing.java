package de.digitallotsen.account;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Input;
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

    /** bcrypt looks at 72 bytes only; more would be accepted with a wrong ending. */
    static final int MOST_BYTES = 72;

    static final int FEWEST_CHARACTERS = 12;

    private final Semaphore hashing;
    private final int cost;
    private final long patienceMillis;
    private final int mostWaiting;
    private final String nobodysHash;

    PasswordHashing(PasswordSettings settings) {
        this.cost = settings.cost();
        this.patienceMillis = settings.patienceMillis();
        this.mostWaiting = settings.mostWaiting();
        this.hashing = new Semaphore(settings.atOnce(), true);
        this.nobodysHash = BcryptUtil.bcryptHash("nobody has this password", cost);
    }

    /** A new hash in modular crypt format. */
    String hash(String password) {
        return limited(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /**
     * True if the password belongs to the hash. Takes the same time when there is no account: then {@code hash} is
     * null.
     */
    boolean matches(String password, String hash) {
        boolean same = limited(() -> BcryptUtil.matches(password, hash == null ? nobodysHash : hash));
        return same && hash != null && fits(password);
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (hashing.getQueueLength() >= mostWaiting || !hashing.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new RefusedException(AccessRefusal.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RefusedException(AccessRefusal.BUSY);
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** Length is what makes a password strong (BSI, NIST SP 800-63B): no rules about kinds of characters. */
    static void check(Input input, String password, String repeated) {
        boolean present = password != null && !password.isEmpty();
        input.check(present, "password", "input.required", "label", "Passwort");
        if (present) {
            input.check(
                    password.codePointCount(0, password.length()) >= FEWEST_CHARACTERS,
                    "password",
                    "password.short",
                    "least",
                    FEWEST_CHARACTERS);
            input.check(fits(password), "password", "password.long", "most", MOST_BYTES);
            input.check(password.equals(repeated), "passwordRepeated", "password.differs");
        }
    }
}
