package de.digitallotsen.account;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * On an empty database nobody could invite anybody: the portal itself makes a one-time link for the first account of
 * the NSI and of the Ministry, as long as there is none. There is no default password anywhere.
 */
@UseCase
public class InviteFirstAccounts {

    private final Users users;
    private final Invitations invitations;
    private final Clock clock;
    private final Event<Audited> changes;

    InviteFirstAccounts(Users users, Invitations invitations, Clock clock, Event<Audited> changes) {
        this.users = users;
        this.invitations = invitations;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * Tokens by role; links made at an earlier start are worth nothing any more. Empty once both roles have an account.
     */
    public Map<Role, String> handle() {
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.NSI, Role.MINISTRY)) {
            if (users.count("role", role) == 0) {
                invitations
                        .list("role = ?1 and acceptedAt is null", role)
                        .forEach(old -> old.withdraw(clock.instant()));
                String token = Hashes.randomToken();
                Invitation invitation = Invitation.of(role, null, token, clock.instant());
                invitations.persist(invitation);
                changes.fire(AccountChanges.invited(Actor.portal(), invitation));
                tokens.put(role, token);
            }
        }
        return tokens;
    }
}
