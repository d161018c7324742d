package de.digitallotsen.account;

import java.time.Instant;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * Somebody is let in by their own side (R32): the NSI invites personnel staff of a Kommune that may register people, or
 * a colleague of its own; the Ministry invites its own and auditors. Personnel staff invite a colleague of their own
 * Kommune, for the days when they are away.
 */
@UseCase
public class InviteUser {

    private final Users users;
    private final EligibleKommune kommune;
    private final InvitationSender sender;
    private final AccountMailBrake brake;

    InviteUser(Users users, EligibleKommune kommune, InvitationSender sender, AccountMailBrake brake) {
        this.users = users;
        this.kommune = kommune;
        this.sender = sender;
        this.brake = brake;
    }

    /**
     * @param role of the new account
     * @param kommuneArs for personnel staff, else null
     * @param email as typed; the account gets exactly this address
     * @param portal where the link leads, without a slash at its end
     */
    public record Command(Role role, String kommuneArs, String email, String portal) {}

    /**
     * An invitation. The database knows only the hash of the token.
     *
     * @param mailed true if the mail brings the link, and nobody else needs to see it
     * @param expiresAt seven days from now
     */
    public record Invited(long id, String email, String token, boolean mailed, Instant expiresAt) {}

    /**
     * Replaces an open invitation to the same address, which is how one sends it again.
     *
     * @throws InvalidInputException without a role or an address, for an address that has an account already, or for a
     *     Kommune that may not register people (R1)
     * @throws RefusedException ROLE_NOT_YOURS; NOT_FOUND for a Kommune that is not the own one (R25); INVITED_TOO_OFTEN
     *     (429) by the account, from the Kommune or to the address
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
        String email = input.email("email", "E-Mail-Adresse", command.email());
        if (email != null && users.withEmail(email).isPresent()) {
            input.reject("email", Messages.text("account.email-taken.inviting"));
        }
        input.throwIfWrong();
        String ars = staff ? kommune.require(Input.clean(command.kommuneArs())) : null;
        Invited invited =
                sender.send(actor, new InvitationSender.Addressee(command.role(), ars, email), command.portal());
        brake.countInvitationBy(actor);
        return invited;
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
        return new Command(Role.KOMMUNE, actor.kommuneArs(), wanted.email(), wanted.portal());
    }
}
