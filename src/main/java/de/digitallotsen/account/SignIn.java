package de.digitallotsen.account;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Lets people in with address and password. Says the same and takes the same time whether the address exists or not. No
 * transaction is open while a password is hashed: it would hold a connection for nothing.
 */
@ApplicationScoped
public class SignIn {

    private static final Map<AccessRefusal, SecurityEvent.Kind> TOLD = Map.of(
            AccessRefusal.SIGN_IN_FAILED, SecurityEvent.Kind.SIGN_IN_FAILED,
            AccessRefusal.SECOND_FACTOR_WRONG, SecurityEvent.Kind.SECOND_FACTOR_WRONG,
            AccessRefusal.TOO_MANY_ATTEMPTS, SecurityEvent.Kind.SIGN_IN_BRAKED);

    private final Users users;
    private final PasswordHashing passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final SecondStep secondStep;
    private final Event<SecurityEvent> log;

    SignIn(
            Users users,
            PasswordHashing passwords,
            SignInThrottle throttle,
            Sessions sessions,
            SecondStep secondStep,
            Event<SecurityEvent> log) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.log = log;
    }

    /**
     * @param email as typed
     * @param password as typed
     * @param lifetime of the access token
     * @param otp a code of the second factor, or null
     */
    public record Command(String email, String password, Visit visit, Duration lifetime, String otp) {
        /** Of a program without a second factor. */
        public Command(String email, String password, String address, Duration lifetime) {
            this(email, password, Visit.from(address), lifetime, null);
        }
    }

    /**
     * @throws RefusedException SIGN_IN_FAILED, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG (401), TOO_MANY_ATTEMPTS
     *     (429), BUSY (503)
     */
    public Sessions.Tokens handle(Command command) {
        Input input = new Input();
        String emailKey =
                input.required("email", "E-Mail-Adresse", EmailAddress.keyOf(command.email()), EmailAddress.LONGEST);
        input.check(
                command.password() != null && !command.password().isEmpty(),
                "password",
                "input.required",
                "label",
                "Passwort");
        input.throwIfWrong();
        return told(emailKey, () -> letIn(command, emailKey));
    }

    private Sessions.Tokens letIn(Command command, String emailKey) {
        SignInThrottle.Trier trier = throttle.at(emailKey, command.visit());
        User user = whoKnows(emailKey, command.password(), trier);
        if (secondStep.isAskedOf(user.id())) {
            if (Input.clean(command.otp()) == null) {
                throttle.giveBack(trier);
                throw new RefusedException(AccessRefusal.SECOND_FACTOR_REQUIRED, "userId", user.id());
            }
            requireCode(user, command.otp());
        }
        throttle.succeeded(trier);
        return sessions.begin(user, command.visit(), command.lifetime());
    }

    /** Whose password it is. The try is counted; it stays so if it is nobody's. */
    private User whoKnows(String emailKey, String password, SignInThrottle.Trier trier) {
        passwords.requireRoom(trier.asker());
        throttle.count(trier);
        User user = users.withKey(emailKey).filter(User::active).orElse(null);
        boolean right;
        try {
            right = passwords.matches(password, user == null ? null : user.passwordHash(), trier.asker());
        } catch (RefusedException busy) {
            throttle.giveBack(trier);
            throw busy;
        }
        if (!right) {
            throw new RefusedException(AccessRefusal.SIGN_IN_FAILED);
        }
        return user;
    }

    /**
     * The second step of a browser.
     *
     * @param token that {@link SecondStep#ask} gave after the first
     * @throws RefusedException SESSION_ENDED if the first step is too long ago, SECOND_FACTOR_WRONG (401),
     *     TOO_MANY_ATTEMPTS (429)
     */
    public Sessions.Tokens finish(String token, String otp, Visit visit, Duration lifetime) {
        User user = secondStep
                .whoIsAsked(token)
                .flatMap(users::findByIdOptional)
                .filter(User::active)
                .orElseThrow(() -> new RefusedException(AccessRefusal.SESSION_ENDED));
        return told(user.emailKey(), () -> {
            SignInThrottle.Trier trier = throttle.at(user.emailKey(), visit);
            throttle.count(trier);
            requireCode(user, otp);
            throttle.succeeded(trier);
            secondStep.done(token);
            return sessions.begin(user, visit, lifetime);
        });
    }

    /** Whoever guards the portal hears of those that were let in and of those that were not. */
    private Sessions.Tokens told(String email, Supplier<Sessions.Tokens> entry) {
        try {
            Sessions.Tokens tokens = entry.get();
            User user = tokens.user();
            log.fire(new SecurityEvent(SecurityEvent.Kind.SIGNED_IN, user.id(), user.role(), email));
            return tokens;
        } catch (RefusedException refused) {
            if (refused.refusal() instanceof AccessRefusal refusal && TOLD.containsKey(refusal)) {
                log.fire(SecurityEvent.of(TOLD.get(refusal), email));
            }
            throw refused;
        }
    }

    private void requireCode(User user, String otp) {
        if (!secondStep.accept(user.id(), otp)) {
            throw new RefusedException(AccessRefusal.SECOND_FACTOR_WRONG);
        }
    }
}
