package de.digitallotsen.account;

import java.time.Duration;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
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
    private final SecondStep secondStep;

    SignIn(Users users, PasswordHashing passwords, SignInThrottle throttle, Sessions sessions, SecondStep secondStep) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.secondStep = secondStep;
    }

    /**
     * @param email as typed
     * @param password as typed
     * @param address where the request came from
     * @param lifetime of the access token
     * @param otp a code of the second factor, or null
     */
    public record Command(String email, String password, String address, Duration lifetime, String otp) {
        /** Without a second factor. */
        public Command(String email, String password, String address, Duration lifetime) {
            this(email, password, address, lifetime, null);
        }
    }

    /**
     * @throws RefusedException SIGN_IN_FAILED, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG (401), TOO_MANY_ATTEMPTS
     *     (429), BUSY (503)
     */
    public Sessions.Tokens handle(Command command) {
        Input input = new Input();
        String email =
                input.required("email", "E-Mail-Adresse", Input.normaliseEmail(command.email()), Input.LONGEST_EMAIL);
        input.check(
                command.password() != null && !command.password().isEmpty(),
                "password",
                "input.required",
                "label",
                "Passwort");
        input.throwIfWrong();
        throttle.requireUnderLimit(email, command.address());
        User user = users.withEmail(email).filter(User::active).orElse(null);
        if (!passwords.matches(command.password(), user == null ? null : user.passwordHash())) {
            throttle.failed(email, command.address());
            throw new RefusedException(AccessRefusal.SIGN_IN_FAILED);
        }
        if (user.role() != Role.KOMMUNE && secondStep.isAskedOf(user.id())) {
            if (Input.clean(command.otp()) == null) {
                throw new RefusedException(AccessRefusal.SECOND_FACTOR_REQUIRED, "userId", user.id());
            }
            requireCode(user, command.otp(), command.address());
        }
        return sessions.begin(user, command.address(), command.lifetime());
    }

    /**
     * The second step of a browser.
     *
     * @param token that {@link SecondStep#ask} gave after the first
     * @throws RefusedException SESSION_ENDED if the first step is too long ago, SECOND_FACTOR_WRONG (401),
     *     TOO_MANY_ATTEMPTS (429)
     */
    public Sessions.Tokens finish(String token, String otp, String address, Duration lifetime) {
        User user = secondStep
                .whoIsAsked(token)
                .flatMap(users::findByIdOptional)
                .filter(User::active)
                .orElseThrow(() -> new RefusedException(AccessRefusal.SESSION_ENDED));
        throttle.requireUnderLimit(user.email(), address);
        requireCode(user, otp, address);
        secondStep.done(token);
        return sessions.begin(user, address, lifetime);
    }

    private void requireCode(User user, String otp, String address) {
        if (!secondStep.accept(user.id(), otp)) {
            throttle.failed(user.email(), address);
            throw new RefusedException(AccessRefusal.SECOND_FACTOR_WRONG);
        }
    }
}
