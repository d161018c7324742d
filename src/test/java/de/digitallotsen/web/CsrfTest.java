package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.http.Cookie;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** No page of somebody else can send a form in a visitor's name. */
@PortalTest
class CsrfTest {

    @Inject
    Given given;

    @Test
    void no_cookie_can_be_read_by_a_script_or_comes_along_from_elsewhere() {
        Visitor visitor = Visitor.anonymous();
        List<Cookie> before =
                List.copyOf(visitor.get("/einloggen").detailedCookies().asList());
        assertThat(before).extracting(Cookie::getName).containsExactly(Visitor.TOKEN);
        User user = given.account(Role.NSI, null);
        List<Cookie> after = visitor.send("/einloggen", "email", user.email(), "password", Given.PASSWORD)
                .detailedCookies()
                .asList();
        assertThat(after).extracting(Cookie::getName).contains("digitallotsen-access", "digitallotsen-refresh");
        List<Cookie> all = new java.util.ArrayList<>(before);
        all.addAll(after);
        assertThat(all).allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).as("%s HttpOnly", cookie).isTrue();
            assertThat(cookie.getSameSite()).as("%s SameSite", cookie).isEqualToIgnoringCase("Lax");
            assertThat(cookie.getPath()).isEqualTo("/");
        });
    }

    @Test
    void a_cookie_is_no_key_to_the_interface() {
        Visitor visitor = Visitor.signedIn(given.account(Role.NSI, null));
        Program.anonymous().cookies(visitor.cookies()).get("/api/v1/me").then().statusCode(401);
    }
}
