package de.digitallotsen.account;

import java.time.Duration;
import java.util.Map;

import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The brake on guessing passwords: few tries for one account from one address, more for one account from anywhere (so
 * that a stranger cannot lock somebody out with five tries), and more for one address (so that a Kommune behind one
 * proxy can work).
 */
@ApplicationScoped
class SignInThrottle {

    static final Duration WINDOW = Throttle.WINDOW;
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    static final int PER_ACCOUNT = 30;
    static final int PER_ADDRESS = 100;

    private final Throttle throttle;

    SignInThrottle(Throttle throttle) {
        this.throttle = throttle;
    }

    private static Map<String, Integer> limits(String email, String address) {
        return Map.of(
                pair(email, address),
                PER_ACCOUNT_AND_ADDRESS,
                "account " + email,
                PER_ACCOUNT,
                "address " + address,
                PER_ADDRESS);
    }

    private static String pair(String email, String address) {
        return "pair " + email + " " + address;
    }

    /** @throws RefusedException TOO_MANY_ATTEMPTS with {@code retryAfter} in seconds */
    void requireUnderLimit(String email, String address) {
        throttle.requireUnderLimit(limits(email, address));
    }

    /** Counts a failure, in a transaction of its own: the failed sign-in itself is rolled back. */
    void failed(String email, String address) {
        throttle.failed(limits(email, address).keySet());
    }

    /** Whoever knows the password is no guesser from this address. */
    void succeeded(String email, String address) {
        throttle.forget(pair(email, address));
    }
}
