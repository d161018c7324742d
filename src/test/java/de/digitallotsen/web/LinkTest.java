package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.MailBag;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The token of a link from a mail is seen in an address once, and never again. */
@PortalTest
class LinkTest {

    @Inject
    Given given;

    @Inject
    InviteUser invite;

    @Inject
    MailBag mails;

    private static void assertLeads(Visitor visitor, String link, String page, String cookie, String token) {
        Response led = visitor.get(link + "?csrf=&x=1");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.header("Location")).endsWith(page).doesNotContain(token);
        assertThat(led.detailedCookie(cookie).isHttpOnly()).isTrue();
        assertThat(led.detailedCookie(cookie).getMaxAge()).isEqualTo(3600);
        assertThat(led.asString()).doesNotContain(token);
        Response form = visitor.get(page);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.asString()).doesNotContain(token);
    }

    @Test
    void an_invitation_is_accepted_under_an_address_without_its_token() {
        String token = invite.handle(
                        given.nsi(),
                        new InviteUser.Command(
                                Role.KOMMUNE, Given.LANGENHAGEN, "neu@langenhagen.example", "https://portal.example"))
                .token();
        Visitor visitor = Visitor.anonymous();
        assertLeads(visitor, "/einladung/" + token, "/einladung", "digitallotsen-einladung", token);
        Response wrong = visitor.send("/einladung", "name", "", "password", "x", "passwordRepeated", "y");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).doesNotContain(token);
        Response done = visitor.send(
                "/einladung",
                "name",
                "Nora Neumann",
                "password",
                "drei kurze Wörter",
                "passwordRepeated",
                "drei kurze Wörter");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.cookies()).doesNotContainKey("digitallotsen-einladung");
        assertThat(visitor.get("/einladung").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/einladung/" + token).statusCode()).as("once").isEqualTo(404);
    }

    @Test
    void a_new_password_is_chosen_under_an_address_without_the_token() {
        User user = given.account(Role.NSI, null);
        Visitor visitor = Visitor.anonymous();
        visitor.send("/passwort-vergessen", "email", user.email());
        String token = MailBag.token(mails.awaitNumber(1, user.email()));
        assertLeads(visitor, "/passwort-neu/" + token, "/passwort-neu", "digitallotsen-passwort-neu", token);
        Response done =
                visitor.send("/passwort-neu", "password", "drei kurze Wörter", "passwordRepeated", "drei kurze Wörter");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.cookies()).doesNotContainKey("digitallotsen-passwort-neu");
        assertThat(visitor.get("/passwort-neu").statusCode()).isEqualTo(404);
    }

    @Test
    void a_certificate_is_not_checked_by_an_address() {
        assertThat(Program.anonymous()
                        .get("/api/v1/certificates/check?number=7K3M-Q9XA-9&code=7K3M-Q9XA-9PBD")
                        .statusCode())
                .isEqualTo(405);
        assertThat(Visitor.anonymous()
                        .get("/pruefen?number=7K3M-Q9XA-9&code=7K3M-Q9XA-9PBD")
                        .asString())
                .doesNotContain("7K3M-Q9XA-9", "7K3M-Q9XA-9PBD");
    }
}
