package de.digitallotsen.account;

import java.time.Clock;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * An account is disabled by those who look after it (R32), which ends its sessions and the invitations it has sent at
 * once, or enabled again. Nothing is deleted: entries name it.
 */
@UseCase
public class SwitchAccount {

    private static final String ACTIVE = "active";

    private final Users users;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Clock clock;
    private final Event<Audited> changes;

    SwitchAccount(Users users, Sessions sessions, Invitations invitations, Clock clock, Event<Audited> changes) {
        this.users = users;
        this.sessions = sessions;
        this.invitations = invitations;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * Harmless if the account is as wanted already.
     *
     * @throws RefusedException NOT_FOUND, ROLE_NOT_YOURS, OWN_ACCOUNT, LAST_ACCOUNT
     */
    public void handle(Actor actor, long userId, boolean active) {
        actor.require(Role.NSI, Role.MINISTRY, Role.KOMMUNE);
        if (!actor.is(Role.KOMMUNE)) {
            // All of them, and before anything is read: two who disable each other do not both succeed. Personnel
            // staff reach none of these; where they have locked each other out, the NSI helps.
            users.lockAll(Role.NSI, Role.MINISTRY);
        }
        User user = users.findByIdOptional(userId).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        AccountCare.require(actor, user);
        if (active && user.isForgotten()) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        if (user.active() == active) {
            return;
        }
        if (active) {
            user.enable();
        } else {
            AccountCare.refusalToLock(actor, userId).ifPresent(refused -> {
                throw refused;
            });
            requireAnother(user);
            user.disable(clock.instant());
            sessions.endAll(userId, null);
            invitations.sentBy(userId).forEach(sent -> {
                sent.withdraw(clock.instant());
                changes.fire(AccountChanges.invitationWithdrawn(actor, sent));
            });
        }
        changes.fire(AccountChanges.of(actor, active ? "account.enabled" : "account.disabled", userId)
                .from(ACTIVE, !active)
                .to(ACTIVE, active));
    }

    private void requireAnother(User user) {
        if ((user.role() == Role.NSI || user.role() == Role.MINISTRY)
                && users.count("role = ?1 and active = true and id <> ?2", user.role(), user.id()) == 0) {
            throw new RefusedException(AccountRefusal.LAST_ACCOUNT, "role", Messages.label(user.role()));
        }
    }
}
