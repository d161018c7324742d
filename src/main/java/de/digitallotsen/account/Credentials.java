package de.digitallotsen.account;

import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for, and replaces, what somebody signs in with; whoever signed in with the old one is out. */
@ApplicationScoped
class Credentials {

    private final PasswordHashing passwords;
    private final SignInThrottle throttle;
    private final SecondFactors factors;
    private final Sessions sessions;

    Credentials(PasswordHashing passwords, SignInThrottle throttle, SecondFactors factors, Sessions sessions) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.factors = factors;
        this.sessions = sessions;
    }

    /** @throws RefusedException DIRECTORY_SIGNS_IN if there is no password here to ask for or to change */
    static void requireKeptHere(User user) {
        if (!user.hasPassword()) {
            throw new RefusedException(AccountRefusal.DIRECTORY_SIGNS_IN);
        }
    }

    /**
     * Asks somebody who is signed in for the password once more: whoever finds an open session must not guess on.
     *
     * @param field in which it was typed
     * @throws RefusedException DIRECTORY_SIGNS_IN, TOO_MANY_ATTEMPTS, BUSY
     * @throws de.digitallotsen.shared.InvalidInputException if it is wrong
     */
    void require(User user, String field, String password) {
        requireKeptHere(user);
        SignInThrottle.Trier trier = throttle.signedIn(user);
        throttle.count(trier);
        boolean right;
        try {
            right = password != null && passwords.matches(password, user.passwordHash(), trier.asker());
        } catch (RefusedException busy) {
            throttle.giveBack(trier);
            throw busy;
        }
        Input input = new Input();
        if (!right) {
            input.reject(field, Messages.text("password.current-wrong"));
        }
        input.throwIfWrong();
        throttle.succeeded(trier);
    }

    /** Inside a transaction: from now on a directory signs in, without password or second factor of the portal. */
    void leaveToDirectory(User user) {
        user.changePassword(null);
        factors.remove(user.id());
        sessions.endAll(user.id(), null);
    }

    /**
     * Inside a transaction.
     *
     * @param kept the session that goes on, or null if none does
     */
    void replace(User user, String password, String kept) {
        user.changePassword(passwords.hash(password));
        sessions.endAll(user.id(), kept);
    }
}
