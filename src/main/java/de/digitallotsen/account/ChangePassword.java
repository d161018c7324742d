package de.digitallotsen.account;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** Somebody changes the own password. Every other session of the account ends. */
@UseCase
public class ChangePassword {

    private final Users users;
    private final Credentials credentials;
    private final PasswordRule rule;
    private final Event<Object> events;

    ChangePassword(Users users, Credentials credentials, PasswordRule rule, Event<Object> events) {
        this.users = users;
        this.credentials = credentials;
        this.rule = rule;
        this.events = events;
    }

    /**
     * @param current the password so far
     * @param sessionId the session in which it is changed; it goes on
     */
    public record Command(String current, String password, String passwordRepeated, String sessionId) {}

    /**
     * @throws de.digitallotsen.shared.InvalidInputException also if the current password is wrong
     * @throws RefusedException DIRECTORY_SIGNS_IN; TOO_MANY_ATTEMPTS: whoever finds an open session must not guess on
     */
    public void handle(Actor actor, Command command) {
        User user = users.findByIdOptional(actor.userId())
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_SIGNED_IN));
        Credentials.requireKeptHere(user);
        Input input = new Input();
        input.check(
                command.current() != null && !command.current().isEmpty(),
                "currentPassword",
                "input.required",
                "label",
                "Bisheriges Passwort");
        rule.check(input, command.password(), command.passwordRepeated(), PasswordRule.Owner.of(user));
        input.throwIfWrong();
        credentials.require(user, "currentPassword", command.current());
        credentials.replace(user, command.password(), command.sessionId());
        events.fire(
                AccountChanges.of(actor, "account.password-changed", user.id()).to("sessionsEnded", true));
        events.fire(
                new MailWanted(MailWanted.Occasion.PASSWORD_CHANGED, user.id(), user.email(), user.name(), null, null));
    }
}
