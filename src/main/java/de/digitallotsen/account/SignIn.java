package de.digitallotsen.account;

import java.time.Duration;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets people in with address and password. Says the same and takes the same time whether the address exists or not. No
 * transaction is open while a password is hashed: it would hold a connection for nothing.
 */
@ApplicationScoped
public class SignIn {

    private final Users users;
    private final PasswordHashing passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;

    SignIn(Users users, PasswordHashing passwords, SignInThrottle throttle, Sessions sessions) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /**
     * @param email    as typed
     * @param password as typed
     * @param address  where the request came from
     * @param lifetime of the access token
     */
    public record Command(String email, String password, String address, Duration lifetime) {
    }

    /** @throws RefusedException SIGN_IN_FAILED (401), TOO_MANY_ATTEMPTS (429), BUSY (503) */
    public Sessions.Tokens handle(Command command) {
        Input input = new Input();
        String email = input.required("email", "E-Mail-Adresse", Input.normaliseEmail(command.email()), Input.LONGEST_EMAIL);
        input.check(command.password() != null && !command.password().isEmpty(), "password", "input.required", "label", "Passwort");
        input.throwIfWrong();
        throttle.requireUnderLimit(email, command.address());
        User user = users.withEmail(email).filter(User::active).orElse(null);
        if (!passwords.matches(command.password(), user == null ? null : user.passwordHash())) {
            throttle.failed(email, command.address());
            throw new RefusedException(AccessRefusal.SIGN_IN_FAILED);
        }
        return sessions.begin(user, command.address(), command.lifetime());
    }
}
