package de.digitallotsen.account;

import java.time.Clock;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.OverriddenChange;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;

/** Makes the link for somebody who has forgotten the password, if there is such an account, and has it sent. */
@UseCase
public class SendResetLink {

    /** That can be used at the same time: a stranger must not fill somebody's mailbox. */
    static final int MOST_LINKS = 5;

    private final Users users;
    private final PasswordResets resets;
    private final Clock clock;
    private final Event<Object> events;

    SendResetLink(Users users, PasswordResets resets, Clock clock, Event<Object> events) {
        this.users = users;
        this.resets = resets;
        this.clock = clock;
        this.events = events;
    }

    /** A link was made for an account. */
    public record ResetLinkSent(Actor actor, long userId) implements OverriddenChange {
        @Override
        public String action() {
            return "account.reset-link";
        }

        @Override
        public String subjectType() {
            return "account";
        }

        @Override
        public String subjectId() {
            return String.valueOf(userId);
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("validMinutes", PasswordReset.VALID.toMinutes());
        }
    }

    void handle(@ObservesAsync ForgottenPassword.ResetWanted wanted) {
        users.withEmail(wanted.email())
                .filter(User::active)
                .filter(user -> resets.openLinks(user.id()) < MOST_LINKS)
                .ifPresent(user -> {
                    String token = Hashes.randomToken();
                    PasswordReset reset = PasswordReset.of(user.id(), token, clock.instant());
                    resets.persist(reset);
                    events.fire(new ResetLinkSent(Actor.portal(), user.id()));
                    events.fire(new MailWanted(
                            MailWanted.Occasion.PASSWORD_FORGOTTEN,
                            user.id(),
                            user.email(),
                            user.name(),
                            wanted.portal() + "/passwort-neu/" + token,
                            reset.expiresAt()));
                });
    }
}
