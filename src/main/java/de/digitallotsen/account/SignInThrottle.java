package de.digitallotsen.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The brake on guessing passwords: few tries for one account from one address, more for one account from anywhere (so
 * that a stranger cannot lock somebody out with five tries), and more for one address (so that a Kommune behind one
 * proxy can work). A browser that has signed in before has a few tries of its own, whatever strangers do.
 */
@ApplicationScoped
class SignInThrottle {

    static final Duration WINDOW = Throttle.WINDOW;
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    static final int PER_ACCOUNT = 30;
    static final int PER_ADDRESS = 100;
    static final int PER_KNOWN_DEVICE = 5;
    static final int PER_SIGNED_IN_ACCOUNT = 5;

    private final Throttle throttle;
    private final KnownDevices devices;

    SignInThrottle(Throttle throttle, KnownDevices devices) {
        this.throttle = throttle;
        this.devices = devices;
    }

    /**
     * Who tries, and on which accounts of tries it counts.
     *
     * @param own the one that is forgotten when the password was right
     * @param limits all of them
     * @param asker in the line before the hashing
     */
    record Trier(String own, Map<String, Integer> limits, HashingLine.Asker asker) {}

    /** Somebody who wants to sign in; addresses are counted by their keys (R37), however they are written. */
    Trier at(String emailKey, Visit visit) {
        Optional<String> known = devices.known(visit.deviceToken(), emailKey);
        if (known.isPresent()) {
            return sole("device " + known.get(), PER_KNOWN_DEVICE);
        }
        return stranger(emailKey, visit.address());
    }

    /** Somebody who has to give the password in an open session. */
    Trier signedIn(User user) {
        return sole("signed in " + user.id(), PER_SIGNED_IN_ACCOUNT);
    }

    private static Trier sole(String key, int limit) {
        return new Trier(key, Map.of(key, limit), HashingLine.Asker.KNOWN);
    }

    /** Somebody of whom only the address is known. */
    Trier stranger(String email, String address) {
        String pair = "pair " + email + " " + address;
        return new Trier(
                pair,
                Map.of(
                        pair,
                        PER_ACCOUNT_AND_ADDRESS,
                        "account " + email,
                        PER_ACCOUNT,
                        "address " + address,
                        PER_ADDRESS),
                new HashingLine.Asker(address));
    }

    /**
     * Counts a try before it is looked at: of those that come at once, no more are looked at than are allowed.
     *
     * @throws RefusedException TOO_MANY_ATTEMPTS with {@code retryAfter} in seconds
     */
    void count(Trier trier) {
        throttle.count(trier.limits());
    }

    /** It was no guess, or nobody looked at it. */
    void giveBack(Trier trier) {
        throttle.giveBack(trier.limits().keySet());
    }

    /** Whoever knows the password is no guesser from here. */
    void succeeded(Trier trier) {
        throttle.giveBack(trier.limits().keySet(), trier.own());
    }
}
