package de.digitallotsen.account;

import java.time.Clock;

import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

/** Somebody follows a one-time link and makes an account with a password of their own. */
@UseCase
public class AcceptInvitation {

    private static final int LONGEST_NAME = 120;

    private final Invitations invitations;
    private final Users users;
    private final PasswordRule rule;
    private final PasswordHashing passwords;
    private final Clock clock;
    private final Event<Audited> changes;

    AcceptInvitation(
            Invitations invitations,
            Users users,
            PasswordRule rule,
            PasswordHashing passwords,
            Clock clock,
            Event<Audited> changes) {
        this.invitations = invitations;
        this.users = users;
        this.rule = rule;
        this.passwords = passwords;
        this.clock = clock;
        this.changes = changes;
    }

    /** What the person typed; the address counts only where the portal itself invited (R32). */
    public record Command(String token, String name, String email, String password, String passwordRepeated) {}

    /**
     * @throws de.digitallotsen.shared.RefusedException INVITATION_NOT_VALID
     * @throws de.digitallotsen.shared.InvalidInputException also if the address has an account already
     */
    public void handle(Command command) {
        Invitation invitation = invitations.requireUsable(command.token());
        // Two at once: the second one waits here and then finds it used.
        invitations.getEntityManager().refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
        invitations.requireUsable(command.token());
        Input input = new Input();
        String name = input.requiredName("name", "Name", command.name(), LONGEST_NAME);
        String email = invitation.email() != null
                ? invitation.email()
                : input.email("email", "Dienstliche E-Mail-Adresse", command.email());
        PasswordRule.Owner owner = new PasswordRule.Owner(name, email, invitation.kommuneArs());
        rule.check(input, command.password(), command.passwordRepeated(), owner);
        if (email != null && users.withEmail(email).isPresent()) {
            input.reject("email", Messages.text("account.email-taken"));
        }
        input.throwIfWrong();
        User user = User.create(
                email,
                name,
                invitation.role(),
                invitation.kommuneArs(),
                passwords.hash(command.password()),
                false,
                clock.instant());
        users.persist(user);
        invitation.accept(clock.instant());
        changes.fire(AccountChanges.created(user.asActor(), user));
    }
}
