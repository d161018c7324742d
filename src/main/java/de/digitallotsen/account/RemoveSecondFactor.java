package de.digitallotsen.account;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Signing in no longer asks for a code: one's own with one's password, or for somebody who has lost telephone and
 * recovery codes by those who look after the account (R32).
 */
@UseCase
public class RemoveSecondFactor {

    private final SecondFactors factors;
    private final Users users;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Event<Audited> changes;

    RemoveSecondFactor(
            SecondFactors factors, Users users, Credentials credentials, Sessions sessions, Event<Audited> changes) {
        this.factors = factors;
        this.users = users;
        this.credentials = credentials;
        this.sessions = sessions;
        this.changes = changes;
    }

    /**
     * @param password of the one who asks, for the own account
     * @param sessionId in which it is asked; it goes on, if it is one of that account, and every other one ends
     */
    public record Command(long userId, String password, String sessionId) {}

    /**
     * @throws RefusedException NOT_FOUND, ROLE_NOT_YOURS, SECOND_FACTOR_OFF, TOO_MANY_ATTEMPTS
     * @throws de.digitallotsen.shared.InvalidInputException if the password is wrong
     */
    public void handle(Actor actor, Command command) {
        boolean own = actor.userId() != null && actor.userId() == command.userId();
        if (own) {
            actor.require(Role.values());
        } else {
            actor.require(Role.NSI, Role.MINISTRY, Role.KOMMUNE);
        }
        User user = users.findByIdOptional(command.userId())
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        if (!own) {
            AccountCare.require(actor, user);
        }
        if (factors.findById(user.id()) == null) {
            throw new RefusedException(AccountRefusal.SECOND_FACTOR_OFF);
        }
        if (own) {
            credentials.require(user, "password", command.password());
        }
        factors.remove(user.id());
        sessions.endAll(user.id(), own ? command.sessionId() : null);
        changes.fire(AccountChanges.of(actor, "account.second-factor-off", user.id()));
    }
}
