package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R37: sign-in, tries, invitations and reset links know an address by its normal form. */
@PortalTest
class SameAccountTest {

    @Inject
    Given given;

    @Inject
    CreateDemoAccount create;

    @Inject
    SignIn signIn;

    @Inject
    InviteUser invite;

    @Inject
    Invitations invitations;

    @Inject
    ForgottenPassword forgotten;

    @Inject
    MailBag mails;

    @Inject
    Users users;

    private void account(String email) {
        create.handle(email, "Kim Muster", Role.NSI, null, Given.PASSWORD);
    }

    private void signIn(String email, String password) {
        signIn.handle(new SignIn.Command(email, password, "192.0.2.1", Sessions.PAGE_TOKEN));
    }

    @ParameterizedTest
    @CsvSource({
        "personal@stadt.example, PERSONAL@Stadt.example",
        "personal@stadt.example, '\u00a0personal@stadt.example\u200b'",
        "Jörg@stadt.example, jo\u0308rg@stadt.example",
        "x@xn--mnster-3ya.example, x@münster.example",
        "x@xn--mnster-3ya.example, x@xn--mnster-3ya.example",
        "x@xn--strae-oqa.example, x@straße.example"
    })
    void signs_in_however_the_address_is_written(String stored, String typed) {
        account(stored);
        signIn(typed, Given.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "personal@stadt.example, pérsonal@stadt.example",
        "muller@stadt.example, müller@stadt.example",
        "x@strasse.example, x@straße.example",
        "groß@stadt.example, gross@stadt.example"
    })
    void lets_nobody_in_by_an_address_that_only_looks_alike(String stored, String typed) {
        account(stored);
        Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(typed, Given.PASSWORD));
        account(typed.replace("straße", "xn--strae-oqa"));
        signIn(typed, Given.PASSWORD);
    }

    @Test
    void counts_tries_together_however_the_address_is_written() {
        account("x@xn--mnster-3ya.example");
        String[] ways = {"x@münster.example", "X@xn--mnster-3ya.example", "\u00a0x@münster.example"};
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT_AND_ADDRESS; i++) {
            String way = ways[i % ways.length];
            Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(way, "falsches Passwort"));
        }
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> signIn("x@münster.example", Given.PASSWORD));
    }

    @Test
    void takes_what_is_no_address_for_nobody() {
        account("personal@stadt.example");
        assertThatThrownBy(() -> signIn("\u200b", Given.PASSWORD)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> signIn("personal", Given.PASSWORD)).isInstanceOf(RefusedException.class);
    }

    @Test
    void invites_nobody_twice_and_replaces_an_invitation_written_otherwise() {
        account("x@xn--mnster-3ya.example");
        InviteUser.Command taken =
                new InviteUser.Command(Role.NSI, null, "\u200ex@MÜNSTER.example", "https://p.example");
        assertThatThrownBy(() -> invite.handle(given.nsi(), taken))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("gibt es schon einen Zugang");
        invite.handle(given.nsi(), new InviteUser.Command(Role.NSI, null, "Neu@straße.example", "https://p.example"));
        invite.handle(
                given.nsi(), new InviteUser.Command(Role.NSI, null, "neu@xn--strae-oqa.example", "https://p.example"));
        assertThat(invitations.sentTo("NEU@straße.example", Role.NSI)).hasSize(1);
    }

    @Test
    void sends_a_reset_link_to_the_address_of_the_account() {
        account("Jörg@xn--mnster-3ya.example");
        forgotten.handle(new ForgottenPassword.Command("jörg@münster.example\u00a0", "192.0.2.1", "https://p.example"));
        assertThat(mails.awaitNumber(1, "Jörg@xn--mnster-3ya.example").occasion())
                .isEqualTo(MailWanted.Occasion.PASSWORD_FORGOTTEN);
    }
}
