package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.InvitationPlan.InvitationOutcome;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * The portal writes to whom somebody invites, and to whoever has forgotten the password, but not to the whole world.
 */
@PortalTest
class AccountMailBrakeTest {

    private static final String PORTAL = "https://portal.example";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    InviteUser invite;

    @Inject
    InviteMany inviteMany;

    @Inject
    InvitationPlan plan;

    @Inject
    AcceptInvitation accept;

    @Inject
    SendResetLink reset;

    @Inject
    ResetPassword choose;

    @Inject
    MailBag mails;

    private void invite(Actor actor, String email) {
        invite.handle(
                actor,
                new InviteUser.Command(Role.KOMMUNE, actor.is(Role.KOMMUNE) ? null : Given.LANGENHAGEN, email, PORTAL));
    }

    private void tooOften(Actor actor, String email) {
        long before = database.number("select count(*) from invitation");
        Refused.with(AccountRefusal.INVITED_TOO_OFTEN, () -> invite(actor, email));
        assertThat(database.number("select count(*) from invitation")).isEqualTo(before);
    }

    @Test
    void one_address_is_invited_so_often_and_no_more_by_whomever_and_however_it_is_written() {
        String target = "opfer@fremd.example";
        for (int i = 0; i < 5; i++) {
            invite(i % 2 == 0 ? given.nsi() : given.staffOf(Given.LANGENHAGEN), target);
        }
        tooOften(given.nsi(), target.toUpperCase(Locale.ROOT));
        tooOften(given.staffOf(Given.LANGENHAGEN), target);
        invite(given.nsi(), "andere@fremd.example");
        assertThat(mails.to(target)).hasSize(5);
        clock.pass(Duration.ofHours(24).plusMinutes(1));
        invite(given.nsi(), target);
    }

    @Test
    void a_kommune_invites_so_often_and_no_more_whoever_of_it_does_so() {
        Actor one = given.staffOf(Given.LANGENHAGEN);
        Actor other = given.staffOf(Given.LANGENHAGEN);
        for (int i = 0; i < 20; i++) {
            invite(i % 2 == 0 ? one : other, "person" + i + "@langenhagen.example");
        }
        tooOften(one, "noch.eine@langenhagen.example");
        tooOften(other, "noch.eine@langenhagen.example");
        invite(given.staffOf(Given.SOTTRUM), "person@sottrum.example");
        invite(given.nsi(), "noch.eine@langenhagen.example");
    }

    @Test
    void an_account_invites_so_often_one_by_one_and_the_refusal_says_when_it_goes_on() {
        Actor nsi = given.nsi();
        Race.Outcome invited = Race.of(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(part -> () -> {
                    for (int i = 0; i < 13; i++) {
                        invite(nsi, "person" + part + "." + i + "@langenhagen.example");
                    }
                    return "all";
                })
                .toList());
        assertThat(invited.not("all")).as("8 times 13 are more than 100").containsOnly("INVITED_TOO_OFTEN");
        assertThat(database.number("select count(*) from invitation")).isEqualTo(100);
        clock.pass(Duration.ofHours(21).plusMinutes(30));
        assertThat(Refused.with(AccountRefusal.INVITED_TOO_OFTEN, () -> invite(nsi, "neu@langenhagen.example"))
                        .text())
                .contains("zu oft eingeladen", "In 3 Stunden", "Wer das Portal betreibt");
        invite(given.nsi(), "neu@langenhagen.example");
    }

    @Test
    void a_list_for_all_kommunen_goes_out_at_once_and_each_of_its_addresses_counts() {
        Actor nsi = given.nsi();
        List<String> kommunen = given.kommunen(220);
        List<InvitationList.Line> lines = IntStream.range(0, 440)
                .mapToObj(i -> InvitationList.Line.of(i + 1, kommunen.get(i % 220), "amt" + i + "@kommune.example"))
                .toList();
        assertThat(inviteMany.handle(nsi, new InviteMany.Command(lines, false, null, PORTAL)))
                .hasSize(440);
        List<InvitationList.Line> first = lines.subList(0, 2);
        for (int i = 0; i < 4; i++) {
            inviteMany.handle(nsi, new InviteMany.Command(lines.subList(0, 1), true, null, PORTAL));
        }
        assertThat(plan.of(nsi, first).lines())
                .extracting(InvitationPlan.Planned::outcome)
                .as("said before the click")
                .containsExactly(InvitationOutcome.REJECTED, InvitationOutcome.INVITED);
        assertThat(plan.of(nsi, first).lines().get(0).message()).contains("schon so viele Einladungen");
        assertThat(inviteMany.handle(nsi, new InviteMany.Command(first, true, null, PORTAL)))
                .hasSize(1);
        tooOften(given.nsi(), "amt0@kommune.example");
    }

    @Test
    void an_account_gets_so_many_links_a_day_however_often_it_used_them() {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        for (int i = 0; i < 14; i++) {
            reset.handle(new ForgottenPassword.ResetWanted(user.email(), PORTAL));
            List<MailWanted> links = links(user);
            if (links.size() > i) {
                String password = "Sieben Zwetschgen im Gras " + i;
                choose.handle(new ResetPassword.Command(MailBag.token(links.get(i)), password, password));
            }
            clock.pass(Duration.ofMinutes(61));
        }
        assertThat(links(user)).hasSize(10);
        clock.pass(Duration.ofHours(11));
        reset.handle(new ForgottenPassword.ResetWanted(user.email(), PORTAL));
        assertThat(links(user)).hasSize(11);
    }

    private List<MailWanted> links(User user) {
        return mails.to(user.email()).stream()
                .filter(mail -> mail.occasion() == MailWanted.Occasion.PASSWORD_FORGOTTEN)
                .toList();
    }

    @Test
    void of_two_links_for_one_address_that_are_used_at_once_one_makes_the_account_and_the_other_says_so() {
        for (int turn = 0; turn < 10; turn++) {
            String email = "zwei" + turn + "@amt.example";
            List<String> tokens = List.of(token(Given.LANGENHAGEN, email), token(Given.SOTTRUM, email));
            Race.Outcome outcome = Race.of(tokens.stream()
                    .<Callable<String>>map(token -> () -> accept(token))
                    .toList());
            assertThat(outcome.count("accepted")).isEqualTo(1);
            assertThat(outcome.not("accepted"))
                    .singleElement()
                    .asString()
                    .contains("Für diese E-Mail-Adresse gibt es schon einen Zugang");
            assertThat(database.number("select count(*) from user_account where email = ?", email))
                    .isEqualTo(1);
        }
    }

    private String token(String ars, String email) {
        return invite.handle(given.nsi(), new InviteUser.Command(Role.KOMMUNE, ars, email, PORTAL))
                .token();
    }

    private String accept(String token) {
        try {
            accept.handle(new AcceptInvitation.Command(
                    token, "Petra Vertretung", null, "Sieben Zwetschgen im Gras", "Sieben Zwetschgen im Gras"));
            return "accepted";
        } catch (InvalidInputException told) {
            return told.getMessage();
        }
    }
}
