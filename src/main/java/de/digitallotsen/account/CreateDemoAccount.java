package de.digitallotsen.account;

import java.time.Clock;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Makes an account with a known password. Only the demo data and the tests may; the account is marked as a demo
 * account.
 */
@UseCase
public class CreateDemoAccount {

    private final Users users;
    private final PasswordHashing passwords;
    private final Clock clock;
    private final Event<Audited> changes;

    CreateDemoAccount(Users users, PasswordHashing passwords, Clock clock, Event<Audited> changes) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
        this.changes = changes;
    }

    /** @return the account */
    public User handle(String email, String name, Role role, String kommuneArs, String password) {
        User user = User.create(email, name, role, kommuneArs, passwords.hash(password), true, clock.instant());
        users.persist(user);
        changes.fire(AccountChanges.created(Actor.portal(), user));
        return user;
    }
}
