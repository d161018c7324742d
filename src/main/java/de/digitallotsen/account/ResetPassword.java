package de.digitallotsen.account;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** Somebody follows the link from the mail and chooses a new password. Every session of the account ends. */
@UseCase
public class ResetPassword {

    private final PasswordResets resets;
    private final Users users;
    private final Credentials credentials;
    private final PasswordRule rule;
    private final Event<Object> events;

    ResetPassword(
            PasswordResets resets, Users users, Credentials credentials, PasswordRule rule, Event<Object> events) {
        this.resets = resets;
        this.users = users;
        this.credentials = credentials;
        this.rule = rule;
        this.events = events;
    }

    /** What the person typed. */
    public record Command(String token, String password, String passwordRepeated) {}

    /**
     * @throws RefusedException RESET_NOT_VALID, also for an account that is disabled, or that a directory signs in by
     *     now
     * @throws de.digitallotsen.shared.InvalidInputException if the new password is none
     */
    public void handle(Command command) {
        PasswordReset reset = resets.requireUsable(command.token());
        User user = users.findByIdOptional(reset.userId())
                .filter(User::active)
                .filter(User::hasPassword)
                .orElseThrow(() -> new RefusedException(AccessRefusal.RESET_NOT_VALID));
        Input input = new Input();
        rule.check(input, command.password(), command.passwordRepeated(), PasswordRule.Owner.of(user));
        input.throwIfWrong();
        if (!resets.use(reset)) {
            throw new RefusedException(AccessRefusal.RESET_NOT_VALID);
        }
        credentials.replace(user, command.password(), null);
        events.fire(AccountChanges.of(user.asActor(), "account.password-reset", user.id())
                .to("sessionsEnded", true));
        events.fire(
                new MailWanted(MailWanted.Occasion.PASSWORD_CHANGED, user.id(), user.email(), user.name(), null, null));
    }
}
