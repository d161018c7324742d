package de.digitallotsen.account;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Signing in no longer asks for a code: one's own with one's password, or by the NSI or the Ministry for somebody they
 * look after who has lost telephone and recovery codes.
 */
@UseCase
public class RemoveSecondFactor {

    private final SecondFactors factors;
    private final Users users;
    private final Credentials credentials;
    private final SignInThrottle throttle;
    private final Event<Audited> changes;

    RemoveSecondFactor(
            SecondFactors factors,
            Users users,
            Credentials credentials,
            SignInThrottle throttle,
            Event<Audited> changes) {
        this.factors = factors;
        this.users = users;
        this.credentials = credentials;
        this.throttle = throttle;
        this.changes = changes;
    }

    /**
     * @param password of the one who asks, for the own account
     * @param address where the request came from
     */
    public record Command(long userId, String password, String address) {}

    /**
     * @throws RefusedException NOT_FOUND, ROLE_NOT_YOURS, SECOND_FACTOR_OFF, TOO_MANY_ATTEMPTS
     * @throws de.digitallotsen.shared.InvalidInputException if the password is wrong
     */
    public void handle(Actor actor, Command command) {
        boolean own = actor.userId() != null && actor.userId() == command.userId();
        actor.require(Role.NSI, Role.MINISTRY);
        User user = users.findByIdOptional(command.userId())
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        AccountCare.require(actor, user.role());
        if (factors.findById(user.id()) == null) {
            throw new RefusedException(AccountRefusal.SECOND_FACTOR_OFF);
        }
        if (own) {
            requirePassword(user, command);
        }
        factors.remove(user.id());
        changes.fire(AccountChanges.of(actor, "account.second-factor-off", user.id()));
    }

    private void requirePassword(User user, Command command) {
        throttle.requireUnderLimit(user.email(), command.address());
        Input input = new Input();
        if (!credentials.matches(user, command.password())) {
            throttle.failed(user.email(), command.address());
            input.reject("password", Messages.text("password.current-wrong"));
        }
        input.throwIfWrong();
    }
}
