package de.digitallotsen.account;

import java.time.Clock;
import java.util.Objects;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Sends one invitation that was checked: within the transaction of whoever invites, alone or many at once. */
@ApplicationScoped
class InvitationSender {

    private final Invitations invitations;
    private final AccountMails mails;
    private final AccountMailBrake brake;
    private final Clock clock;
    private final Event<Object> events;

    InvitationSender(
            Invitations invitations, AccountMails mails, AccountMailBrake brake, Clock clock, Event<Object> events) {
        this.invitations = invitations;
        this.mails = mails;
        this.brake = brake;
        this.clock = clock;
        this.events = events;
    }

    /**
     * To whom.
     *
     * @param kommuneArs for personnel staff, else null
     * @param email normalised; nobody has an account with it
     */
    record Addressee(Role role, String kommuneArs, String email) {}

    /**
     * An open one to the same addressee is worth nothing any more.
     *
     * @throws de.digitallotsen.shared.RefusedException INVITED_TOO_OFTEN (429) if too many went to the address lately
     */
    InviteUser.Invited send(Actor actor, Addressee to, String portal) {
        invitations.sentTo(to.email(), to.role()).stream()
                .filter(old -> Objects.equals(old.kommuneArs(), to.kommuneArs()))
                .forEach(old -> {
                    old.withdraw(clock.instant());
                    events.fire(AccountChanges.invitationWithdrawn(actor, old));
                });
        String token = Hashes.randomToken();
        Invitation invitation = Invitation.of(to.role(), to.kommuneArs(), token, clock.instant())
                .to(to.email(), actor.userId());
        invitations.persist(invitation);
        // After the row that points to the sender: lists hold the senders' rows when they come here.
        brake.countInvitationTo(to.email());
        events.fire(AccountChanges.invited(actor, invitation));
        events.fire(new MailWanted(
                MailWanted.Occasion.INVITED,
                null,
                to.email(),
                null,
                portal + "/einladung/" + token,
                invitation.expiresAt()));
        return new InviteUser.Invited(invitation.id(), to.email(), token, mails.goOut(), invitation.expiresAt());
    }
}
