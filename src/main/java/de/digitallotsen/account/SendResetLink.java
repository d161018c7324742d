package de.digitallotsen.account;

import java.time.Clock;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Hashes;
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
    private final AccountMailBrake brake;
    private final Clock clock;
    private final Event<Object> events;

    SendResetLink(Users users, PasswordResets resets, AccountMailBrake brake, Clock clock, Event<Object> events) {
        this.users = users;
        this.resets = resets;
        this.brake = brake;
        this.clock = clock;
        this.events = events;
    }

    void handle(@ObservesAsync ForgottenPassword.ResetWanted wanted) {
        users.withEmail(wanted.email())
                .filter(User::active)
                .filter(User::hasPassword)
                .filter(user -> resets.openLinks(user.id()) < MOST_LINKS)
                .filter(user -> brake.countsResetLink(user.id()))
                .ifPresent(user -> {
                    String token = Hashes.randomToken();
                    PasswordReset reset = PasswordReset.of(user.id(), token, clock.instant());
                    resets.persist(reset);
                    events.fire(AccountChanges.of(Actor.portal(), "account.reset-link", user.id())
                            .to("validMinutes", PasswordReset.VALID.toMinutes()));
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
