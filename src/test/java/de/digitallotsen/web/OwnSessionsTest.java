package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Somebody sees where the own account is signed in and ends what should not go on. */
@PortalTest
class OwnSessionsTest {

    @Inject
    Given given;

    @Test
    void a_program_sees_its_sessions_and_ends_one() {
        User user = given.account(Role.NSI, null);
        String old = Program.token(user);
        String here = Program.token(user);
        Response listed = Program.withToken(here).get("/api/v1/auth/sessions");
        assertThat(listed.<List<String>>path("device")).hasSize(2).doesNotContainNull();
        assertThat(listed.<List<String>>path("lastSeenAt")).hasSize(2).doesNotContainNull();
        String other = listed.path("find { !it.current }.id");
        assertThat(Program.withToken(here)
                        .delete("/api/v1/auth/sessions/" + other)
                        .statusCode())
                .isEqualTo(204);
        assertThat(Program.withToken(old).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(Program.withToken(here).get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        User user = given.account(Role.NSI, null);
        String mine = Program.token(user);
        String id = Program.withToken(mine).get("/api/v1/auth/sessions").path("[0].id");
        String stranger = Program.token(given.account(Role.NSI, null));
        assertThat(Program.withToken(stranger)
                        .delete("/api/v1/auth/sessions/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Program.withToken(mine).get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_browser_ends_another_one_on_the_page_of_its_account() {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor lost = Visitor.signedIn(user);
        Visitor here = Visitor.signedIn(user);
        String page = here.get("/konto").asString();
        String action = page.replaceAll("(?s).*action=\"(/konto/sitzungen/[0-9a-f]+/beenden)\".*", "$1");
        Response ended = here.send(action);
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(here.get("/konto?meldung=sitzung-beendet").asString()).contains("Die Sitzung ist beendet.");
        assertThat(lost.get("/start").statusCode()).isEqualTo(303);
        assertThat(here.get("/start").statusCode()).isEqualTo(200);
    }
}
