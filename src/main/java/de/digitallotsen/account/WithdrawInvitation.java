package de.digitallotsen.account;

import java.time.Clock;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** Takes an open invitation back: the link leads nowhere from now on. */
@UseCase
public class WithdrawInvitation {

    private final Invitations invitations;
    private final Clock clock;
    private final Event<Audited> changes;

    WithdrawInvitation(Invitations invitations, Clock clock, Event<Audited> changes) {
        this.invitations = invitations;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @throws RefusedException NOT_FOUND unless it is open, or if it is for another Kommune than the own one (R25);
     *     ROLE_NOT_YOURS
     */
    public void handle(Actor actor, long id) {
        actor.require(Role.NSI, Role.MINISTRY, Role.KOMMUNE);
        Invitation invitation = invitations
                .findByIdOptional(id)
                .filter(found -> found.email() != null && found.isUsable(clock.instant()))
                .filter(found -> !actor.is(Role.KOMMUNE) || actor.mayActFor(found.kommuneArs()))
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        AccountCare.require(actor, invitation.role());
        invitation.withdraw(clock.instant());
        changes.fire(AccountChanges.invitationWithdrawn(actor, invitation));
    }
}
