package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who may invite whom, and how often a link works. */
@PortalTest
class InvitationTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    InviteUser invite;

    @Inject
    AcceptInvitation accept;

    @Inject
    WithdrawInvitation withdraw;

    @Inject
    SwitchAccount switchAccount;

    @Inject
    Invitations invitations;

    @Inject
    Users users;

    @Inject
    MailBag mails;

    private int invited;

    private InviteUser.Command wanted(Role role, String ars) {
        return wanted(role, ars, "eingeladen" + invited++ + "@langenhagen.example");
    }

    private static InviteUser.Command wanted(Role role, String ars, String email) {
        return new InviteUser.Command(role, ars, email, "https://portal.example");
    }

    private List<String> open(Actor actor) {
        return invitations.open(actor, new Page.Request(0, 20)).items().stream()
                .map(Invitations.Open::email)
                .toList();
    }

    @Test
    void makes_an_account_with_exactly_the_address_it_was_sent_to() {
        String email = "Neue.Kollegin@langenhagen.example";
        String token = invite.handle(
                        given.nsi(), wanted(Role.KOMMUNE, Given.LANGENHAGEN, " Neue.Kollegin@Langenhagen.example "))
                .token();
        MailWanted mail = mails.to(email).get(0);
        assertThat(mail.occasion()).isEqualTo(MailWanted.Occasion.INVITED);
        assertThat(mail.link()).isEqualTo("https://portal.example/einladung/" + token);
        accept(token, "jemand.anderes@langenhagen.example");
        assertThat(database.rows("select email from user_account where kommune_ars = ?", Given.LANGENHAGEN))
                .containsExactly(email);
        assertThatThrownBy(
                        () -> invite.handle(given.nsi(), wanted(Role.KOMMUNE, Given.LANGENHAGEN, email.toLowerCase())))
                .as("an address that has an account already")
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void is_listed_and_taken_back_by_those_who_may_invite_for_it() {
        Actor nsi = given.nsi();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        Actor other = given.staffOf(Given.SOTTRUM);
        Actor ministry = given.ministry();
        InviteUser.Invited colleague = invite.handle(staff, wanted(null, null, "kollegin@langenhagen.example"));
        invite.handle(nsi, wanted(Role.NSI, null, "neu@nsi.example"));
        invite.handle(ministry, wanted(Role.MINISTRY, null, "neu@ministerium.example"));
        assertThat(open(nsi)).containsExactly("kollegin@langenhagen.example", "neu@nsi.example");
        assertThat(open(ministry)).containsExactly("neu@ministerium.example");
        assertThat(open(staff)).containsExactly("kollegin@langenhagen.example");
        assertThat(open(other)).isEmpty();
        Refused.with(AccessRefusal.NOT_FOUND, () -> withdraw.handle(other, colleague.id()));
        Refused.with(AccountRefusal.ROLE_NOT_YOURS, () -> withdraw.handle(ministry, colleague.id()));
        withdraw.handle(nsi, colleague.id());
        assertThat(open(staff)).isEmpty();
        users.getEntityManager().clear();
        Refused.with(AccessRefusal.INVITATION_NOT_VALID, () -> accept(colleague.token(), "x@langenhagen.example"));
        Refused.with(AccessRefusal.NOT_FOUND, () -> withdraw.handle(nsi, colleague.id()));
    }

    @Test
    void is_replaced_when_it_is_sent_again() {
        String first = invite.handle(given.nsi(), wanted(Role.NSI, null, "neu@nsi.example"))
                .token();
        String second = invite.handle(given.nsi(), wanted(Role.NSI, null, "neu@nsi.example"))
                .token();
        users.getEntityManager().clear();
        Refused.with(AccessRefusal.INVITATION_NOT_VALID, () -> accept(first, "neu@nsi.example"));
        accept(second, "neu@nsi.example");
    }

    @Test
    void ends_with_the_account_that_sent_it() {
        Actor sender = given.nsi();
        Actor nsi = given.nsi();
        String token = invite.handle(sender, wanted(Role.NSI, null)).token();
        String others = invite.handle(nsi, wanted(Role.NSI, null)).token();
        switchAccount.handle(nsi, sender.userId(), false);
        switchAccount.handle(nsi, sender.userId(), true);
        users.getEntityManager().clear();
        Refused.with(AccessRefusal.INVITATION_NOT_VALID, () -> accept(token, "neu@nsi.example"));
        accept(others, "neu@nsi.example");
        assertThat(database.rows("select action from audit_entry where action like 'account.invit%' order by id"))
                .containsExactly("account.invited", "account.invited", "account.invitation-withdrawn");
    }

    private String invited() {
        return invite.handle(given.nsi(), wanted(Role.KOMMUNE, Given.LANGENHAGEN))
                .token();
    }

    private void accept(String token, String email) {
        accept.handle(new AcceptInvitation.Command(token, "Petra Vertretung", email, Given.PASSWORD, Given.PASSWORD));
    }

    @Test
    void makes_one_account_when_a_link_is_used_twice_at_once() {
        String token = invited();
        List<Callable<String>> both = IntStream.range(0, 4)
                .<Callable<String>>mapToObj(i -> () -> {
                    accept(token, "vertretung" + i + "@langenhagen.example");
                    return "accepted";
                })
                .toList();
        Race.Outcome outcome = Race.of(both);
        assertThat(outcome.count("accepted")).isEqualTo(1);
        assertThat(outcome.count("INVITATION_NOT_VALID")).isEqualTo(3);
        assertThat(database.number("select count(*) from user_account where email like 'eingeladen%'"))
                .isEqualTo(1);
    }

    @Test
    void makes_no_account_whose_name_leads_elsewhere() {
        String token = invited();
        assertThatThrownBy(() -> accept.handle(new AcceptInvitation.Command(
                        token,
                        "Gewinn: www.boese.example",
                        "vertretung@langenhagen.example",
                        Given.PASSWORD,
                        Given.PASSWORD)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Internetadresse");
    }

    @Test
    void is_valid_for_seven_days_and_not_a_second_longer() {
        String token = invited();
        clock.set(TestClock.START.plus(Invitation.VALID));
        Refused.with(AccessRefusal.INVITATION_NOT_VALID, () -> accept(token, "vertretung@langenhagen.example"));
        clock.set(TestClock.START.plus(Invitation.VALID).minusSeconds(1));
        accept(token, "vertretung@langenhagen.example");
        Refused.with(AccessRefusal.INVITATION_NOT_VALID, () -> accept(token, "nochjemand@langenhagen.example"));
    }

    @Test
    void lets_personnel_staff_invite_a_colleague_of_their_own_kommune_only() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        accept(invite.handle(staff, wanted(null, null)).token(), "kollegin@langenhagen.example");
        accept(invite.handle(staff, wanted(Role.KOMMUNE, Given.LANGENHAGEN)).token(), "kollege@langenhagen.example");
        assertThat(database.rows("select role, kommune_ars from user_account where email like 'eingeladen%'"))
                .containsOnly("KOMMUNE " + Given.LANGENHAGEN)
                .hasSize(2);
        Refused.with(AccessRefusal.NOT_FOUND, () -> invite.handle(staff, wanted(Role.KOMMUNE, Given.SOTTRUM)));
        Refused.with(AccountRefusal.ROLE_NOT_YOURS, () -> invite.handle(staff, wanted(Role.NSI, null)));
    }

    @Test
    void lets_the_nsi_and_the_ministry_invite_for_their_own_side_only() {
        Actor nsi = given.nsi();
        Actor ministry = given.ministry();
        invite.handle(nsi, wanted(Role.NSI, null));
        invite.handle(ministry, wanted(Role.MINISTRY, null));
        assertThat(Refused.with(AccountRefusal.ROLE_NOT_YOURS, () -> invite.handle(nsi, wanted(Role.MINISTRY, null)))
                        .text())
                .contains("nicht zuständig", "an das Ministerium");
        for (Role role : List.of(Role.NSI, Role.KOMMUNE)) {
            assertThat(Refused.with(
                                    AccountRefusal.ROLE_NOT_YOURS,
                                    () -> invite.handle(ministry, wanted(role, Given.LANGENHAGEN)))
                            .text())
                    .contains("nicht zuständig", "an das NSI");
        }
    }

    @Test
    void leads_only_to_kommunen_that_may_register_people() {
        String member = database.text("select ars from kommune where type = 'MITGLIEDSGEMEINDE' order by ars limit 1");
        assertThatThrownBy(() -> invite.handle(given.nsi(), wanted(Role.KOMMUNE, member)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations().get(0).message()).contains("Samtgemeinde"));
        assertThatThrownBy(() -> invite.handle(given.nsi(), wanted(Role.KOMMUNE, " ")))
                .isInstanceOf(InvalidInputException.class);
    }
}
