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

    private String invited() {
        return invite.handle(given.nsi(), new InviteUser.Command(Role.KOMMUNE, Given.LANGENHAGEN))
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
        assertThat(database.number("select count(*) from user_account where email like 'vertretung%'"))
                .isEqualTo(1);
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
        accept(invite.handle(staff, new InviteUser.Command(null, null)).token(), "kollegin@langenhagen.example");
        accept(
                invite.handle(staff, new InviteUser.Command(Role.KOMMUNE, Given.LANGENHAGEN))
                        .token(),
                "kollege@langenhagen.example");
        assertThat(database.rows("select role, kommune_ars from user_account where email like 'kolleg%'"))
                .containsOnly("KOMMUNE " + Given.LANGENHAGEN)
                .hasSize(2);
        Refused.with(
                AccessRefusal.NOT_FOUND,
                () -> invite.handle(staff, new InviteUser.Command(Role.KOMMUNE, Given.SOTTRUM)));
        Refused.with(AccountRefusal.ROLE_NOT_YOURS, () -> invite.handle(staff, new InviteUser.Command(Role.NSI, null)));
    }

    @Test
    void lets_the_nsi_and_the_ministry_invite_for_their_own_side_only() {
        Actor nsi = given.nsi();
        Actor ministry = given.ministry();
        invite.handle(nsi, new InviteUser.Command(Role.NSI, null));
        invite.handle(ministry, new InviteUser.Command(Role.MINISTRY, null));
        assertThat(Refused.with(
                                AccountRefusal.ROLE_NOT_YOURS,
                                () -> invite.handle(nsi, new InviteUser.Command(Role.MINISTRY, null)))
                        .text())
                .contains("nur das Ministerium");
        for (Role role : List.of(Role.NSI, Role.KOMMUNE)) {
            assertThat(Refused.with(
                                    AccountRefusal.ROLE_NOT_YOURS,
                                    () -> invite.handle(ministry, new InviteUser.Command(role, Given.LANGENHAGEN)))
                            .text())
                    .contains("nur das NSI");
        }
    }

    @Test
    void leads_only_to_kommunen_that_may_register_people() {
        String member = database.text("select ars from kommune where type = 'MITGLIEDSGEMEINDE' order by ars limit 1");
        assertThatThrownBy(() -> invite.handle(given.nsi(), new InviteUser.Command(Role.KOMMUNE, member)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations().get(0).message()).contains("Samtgemeinde"));
        assertThatThrownBy(() -> invite.handle(given.nsi(), new InviteUser.Command(Role.KOMMUNE, " ")))
                .isInstanceOf(InvalidInputException.class);
    }
}
