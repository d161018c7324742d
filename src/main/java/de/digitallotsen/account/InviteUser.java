package de.digitallotsen.account;

import java.time.Clock;
import java.time.Instant;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Somebody is let in by their own side (R32): the NSI invites personnel staff of a Kommune that may register people, or
 * a colleague of its own; the Ministry invites its own. Personnel staff invite a colleague of their own Kommune, for
 * the days when they are away.
 */
@UseCase
public class InviteUser {

    private final Invitations invitations;
    private final EligibleKommune kommune;
    private final Clock clock;
    private final Event<Audited> changes;

    InviteUser(Invitations invitations, EligibleKommune kommune, Clock clock, Event<Audited> changes) {
        this.invitations = invitations;
        this.kommune = kommune;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param role of the new account
     * @param kommuneArs for personnel staff, else null
     */
    public record Command(Role role, String kommuneArs) {}

    /**
     * An invitation. Only its maker ever sees the token: the database knows its hash.
     *
     * @param expiresAt seven days from now
     */
    public record Invited(String token, Instant expiresAt) {}

    /**
     * @throws InvalidInputException without a role, or for a Kommune that may not register people (R1)
     * @throws RefusedException ROLE_NOT_YOURS; NOT_FOUND for a Kommune that is not the own one (R25)
     */
    public Invited handle(Actor actor, Command wanted) {
        actor.require(Role.NSI, Role.MINISTRY, Role.KOMMUNE);
        Command command = actor.is(Role.KOMMUNE) ? colleague(actor, wanted) : wanted;
        Input input = new Input();
        input.check(command.role() != null, "role", "input.required", "label", "Rolle");
        if (command.role() != null) {
            AccountCare.require(actor, command.role());
        }
        boolean staff = command.role() == Role.KOMMUNE;
        input.check(
                !staff || Input.clean(command.kommuneArs()) != null,
                "kommuneArs",
                "input.required",
                "label",
                "Kommune");
        input.throwIfWrong();
        String ars = staff ? kommune.require(Input.clean(command.kommuneArs())) : null;
        String token = Hashes.randomToken();
        Invitation invitation = Invitation.of(command.role(), ars, token, clock.instant());
        invitations.persist(invitation);
        changes.fire(AccountChanges.invited(actor, invitation));
        return new Invited(token, invitation.expiresAt());
    }

    /** Personnel staff invite for their own Kommune only, and need not say so. */
    private static Command colleague(Actor actor, Command wanted) {
        String ars = Input.clean(wanted.kommuneArs());
        if (wanted.role() != null) {
            AccountCare.require(actor, wanted.role());
        }
        if (ars != null && !ars.equals(actor.kommuneArs())) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        return new Command(Role.KOMMUNE, actor.kommuneArs());
    }
}
