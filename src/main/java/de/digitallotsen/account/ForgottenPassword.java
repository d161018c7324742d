package de.digitallotsen.account;

import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Somebody asks for a link to choose a new password. The answer is the same and takes the same time whether the address
 * has an account or not: what has to be done for an account is done after it.
 */
@ApplicationScoped
public class ForgottenPassword {

    private static final String THROTTLED_AS = "reset ";

    private final SignInThrottle throttle;
    private final Event<ResetWanted> wishes;

    ForgottenPassword(SignInThrottle throttle, Event<ResetWanted> wishes) {
        this.throttle = throttle;
        this.wishes = wishes;
    }

    /**
     * @param email as typed
     * @param address where the request came from
     * @param portal where the link leads, without a slash at its end
     */
    public record Command(String email, String address, String portal) {}

    /** To be worked off in the background. */
    record ResetWanted(String email, String portal) {}

    /**
     * @throws de.digitallotsen.shared.InvalidInputException without an address
     * @throws de.digitallotsen.shared.RefusedException TOO_MANY_ATTEMPTS (429), for unknown addresses, too
     */
    public void handle(Command command) {
        Input input = new Input();
        String email = input.email("email", "E-Mail-Adresse", command.email());
        input.throwIfWrong();
        throttle.count(throttle.stranger(THROTTLED_AS + EmailAddress.keyOf(email), command.address()));
        wishes.fireAsync(new ResetWanted(email, command.portal()));
    }
}
