package de.digitallotsen.account;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * The NSI disables an account, which ends its sessions at once, or enables it again. Nothing is deleted: entries name
 * it.
 */
@UseCase
public class SwitchAccount {

    private static final String ACTIVE = "active";

    private final Users users;
    private final Sessions sessions;
    private final Event<Audited> changes;

    SwitchAccount(Users users, Sessions sessions, Event<Audited> changes) {
        this.users = users;
        this.sessions = sessions;
        this.changes = changes;
    }

    /**
     * Harmless if the account is as wanted already.
     *
     * @throws RefusedException NOT_FOUND, LAST_NSI_ACCOUNT
     */
    public void handle(Actor actor, long userId, boolean active) {
        actor.require(Role.NSI);
        // All of them, so that two who disable each other do not both succeed.
        users.lockAll(Role.NSI);
        User user = users.findByIdOptional(userId).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        if (user.active() == active) {
            return;
        }
        if (active) {
            user.enable();
        } else {
            requireAnother(user);
            user.disable();
            sessions.endAll(userId, null);
        }
        changes.fire(AccountChanges.of(actor, active ? "account.enabled" : "account.disabled", userId)
                .from(ACTIVE, !active)
                .to(ACTIVE, active));
    }

    private void requireAnother(User user) {
        if (user.role() == Role.NSI
                && users.count("role = ?1 and active = true and id <> ?2", Role.NSI, user.id()) == 0) {
            throw new RefusedException(AccountRefusal.LAST_NSI_ACCOUNT);
        }
    }
}
