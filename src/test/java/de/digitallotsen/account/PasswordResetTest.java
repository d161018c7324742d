package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A forgotten password, and a changed one. */
@PortalTest
class PasswordResetTest {

    private static final String HERE = "192.0.2.1";
    private static final String NEW = "ein ganz neues Passwort";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    ForgottenPassword forgotten;

    @Inject
    ResetPassword reset;

    @Inject
    ChangePassword change;

    @Inject
    SwitchAccount switchAccount;

    @Inject
    SignIn signIn;

    @Inject
    SessionLookup lookup;

    @Inject
    MailBag mails;

    @Inject
    Users users;

    private User user;

    @BeforeEach
    void account() {
        user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
    }

    private Sessions.Tokens signIn(String password) {
        // A test is one request to Hibernate: what it has read before must not count.
        users.getEntityManager().clear();
        return signIn.handle(new SignIn.Command(user.email(), password, HERE, Sessions.PAGE_TOKEN));
    }

    private void ask(String email) {
        forgotten.handle(new ForgottenPassword.Command(email, HERE, "https://portal.example"));
    }

    private String link() {
        ask("  " + user.email().toUpperCase());
        return MailBag.token(mails.awaitNumber(1, user.email()));
    }

    private void choose(String token) {
        reset.handle(new ResetPassword.Command(token, NEW, NEW));
    }

    @Test
    void leads_to_a_new_password_and_ends_every_session() throws SQLException {
        Sessions.Tokens here = signIn(Given.PASSWORD);
        Sessions.Tokens there = signIn(Given.PASSWORD);
        choose(link());
        assertThat(lookup.find(here.sessionId())).isEmpty();
        assertThat(lookup.find(there.sessionId())).isEmpty();
        Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(Given.PASSWORD));
        assertThat(signIn(NEW).user().id()).isEqualTo(user.id());
        assertThat(mails.to(user.email()))
                .extracting(MailWanted::occasion)
                .containsExactly(MailWanted.Occasion.PASSWORD_FORGOTTEN, MailWanted.Occasion.PASSWORD_CHANGED);
        assertThat(database.rows(
                        "select action from audit_entry where subject_id = ? and action like 'account.%' order by id",
                        user.id()))
                .containsExactly("account.created", "account.reset-link", "account.password-reset");
    }

    @Test
    void gives_a_link_that_works_once_and_keeps_only_its_hash() {
        String token = link();
        assertThat(database.content().values().stream().flatMap(List::stream)).noneMatch(row -> row.contains(token));
        choose(token);
        Refused.with(AccessRefusal.RESET_NOT_VALID, () -> choose(token));
    }

    @Test
    void lets_one_of_two_who_use_the_link_at_once_through() {
        String token = link();
        Race.Outcome outcome = Race.of(java.util.Collections.nCopies(4, () -> {
            choose(token);
            return "chosen";
        }));
        assertThat(outcome.count("chosen")).isEqualTo(1);
        assertThat(outcome.count("RESET_NOT_VALID")).isEqualTo(3);
    }

    @Test
    void gives_a_link_that_is_valid_for_an_hour_and_not_a_second_longer() {
        String token = link();
        clock.set(TestClock.START.plus(PasswordReset.VALID));
        Refused.with(AccessRefusal.RESET_NOT_VALID, () -> choose(token));
        clock.set(TestClock.START.plus(PasswordReset.VALID).minusSeconds(1));
        choose(token);
    }

    @Test
    void makes_every_other_link_of_the_account_worthless() {
        String first = link();
        ask(user.email());
        String second = MailBag.token(mails.awaitNumber(2, user.email()));
        choose(second);
        Refused.with(AccessRefusal.RESET_NOT_VALID, () -> choose(first));
    }

    @Test
    void says_the_same_to_an_unknown_address_and_to_a_disabled_account_and_sends_nothing() {
        switchAccount.handle(given.nsi(), user.id(), false);
        ask("niemand@portal.example");
        ask(user.email());
        User other = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        ask(other.email());
        mails.awaitNumber(1, other.email());
        assertThat(mails.to("niemand@portal.example")).isEmpty();
        assertThat(mails.to(user.email())).isEmpty();
        assertThat(database.number("select count(*) from password_reset")).isEqualTo(1);
    }

    @Test
    void takes_no_link_of_an_account_that_was_disabled_since() {
        String token = link();
        switchAccount.handle(given.nsi(), user.id(), false);
        Refused.with(AccessRefusal.RESET_NOT_VALID, () -> choose(token));
    }

    @Test
    void fills_nobodys_mailbox_however_many_addresses_ask() {
        for (int i = 0; i < SendResetLink.MOST_LINKS + 3; i++) {
            forgotten.handle(new ForgottenPassword.Command(user.email(), "198.51.100." + i, "https://portal.example"));
            mails.awaitNumber(Math.min(i + 1, SendResetLink.MOST_LINKS), user.email());
        }
        User other = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        ask(other.email());
        mails.awaitNumber(1, other.email());
        assertThat(mails.to(user.email())).hasSize(SendResetLink.MOST_LINKS);
    }

    @Test
    void is_throttled_for_known_and_unknown_addresses_alike_and_leaves_signing_in_alone() {
        for (String email : List.of(user.email(), "niemand@portal.example")) {
            for (int i = 0; i < SignInThrottle.PER_ACCOUNT_AND_ADDRESS; i++) {
                ask(email);
            }
            Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> ask(email));
        }
        signIn(Given.PASSWORD);
    }

    @Test
    void wants_a_good_password_and_leaves_the_link_usable_until_there_is_one() {
        String token = link();
        assertThatThrownBy(() -> reset.handle(new ResetPassword.Command(token, "kurz", "kurz")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> reset.handle(new ResetPassword.Command(token, NEW, NEW + "!")))
                .isInstanceOf(InvalidInputException.class);
        choose(token);
        Refused.with(AccessRefusal.RESET_NOT_VALID, () -> choose("geraten"));
        Refused.with(AccessRefusal.RESET_NOT_VALID, () -> choose(null));
    }

    @Test
    void is_changed_by_its_owner_who_knows_it_and_goes_on_here_alone() throws SQLException {
        Sessions.Tokens here = signIn(Given.PASSWORD);
        Sessions.Tokens there = signIn(Given.PASSWORD);
        assertThatThrownBy(() -> change.handle(
                        user.asActor(), new ChangePassword.Command("falsches Passwort", NEW, NEW, here.sessionId())))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations())
                                .extracting(violation -> violation.field())
                                .containsExactly("currentPassword"));
        change.handle(user.asActor(), new ChangePassword.Command(Given.PASSWORD, NEW, NEW, here.sessionId()));
        assertThat(lookup.find(here.sessionId())).isPresent();
        assertThat(lookup.find(there.sessionId())).isEmpty();
        assertThat(signIn(NEW).user().id()).isEqualTo(user.id());
    }

    @Test
    void cannot_be_guessed_in_an_open_session() {
        Sessions.Tokens here = signIn(Given.PASSWORD);
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT_AND_ADDRESS; i++) {
            assertThatThrownBy(() -> change.handle(
                            user.asActor(),
                            new ChangePassword.Command("falsches Passwort", NEW, NEW, here.sessionId())))
                    .isInstanceOf(InvalidInputException.class);
        }
        Refused.with(
                AccessRefusal.TOO_MANY_ATTEMPTS,
                () -> change.handle(
                        user.asActor(), new ChangePassword.Command(Given.PASSWORD, NEW, NEW, here.sessionId())));
    }
}
