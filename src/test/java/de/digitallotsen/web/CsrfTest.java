package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page of somebody else can send a form in a visitor's name. */
@PortalTest
class CsrfTest {

    @Inject
    Given given;

    @Inject
    Database database;

    /** Every page that takes a form, from the table of all routes. */
    static List<String> forms() {
        return AccessMatrix.routes().stream()
                .filter(row -> row.startsWith("POST /") && !row.contains(" /api/"))
                .map(row -> row.split(" ")[1])
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void refuses_a_form_without_its_token_with_a_page_and_changes_nothing(String route) {
        long seminar = given.aSeminar().published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        Visitor visitor = Visitor.signedIn(userFor(route));
        visitor.get("/hilfe");
        String path = route.replace("{id}", String.valueOf(seminar))
                .replace("{reference}", reference)
                .replace("{token}", "unknown")
                .replace("{hash}", "unknown")
                .replace("{mail}", "1");
        Map<String, List<String>> before = database.content();
        assertRefused(visitor.copy().sendWithToken(null, path, Bodies.registrationForm(seminar)));
        assertRefused(visitor.copy().sendWithToken("", path, Bodies.registrationForm(seminar)));
        assertRefused(visitor.copy().sendWithToken("YW5vdGhlcl90b2tlbl9oZXJl", path, Bodies.registrationForm(seminar)));
        Visitor withoutCookie = visitor.copy();
        String token = withoutCookie.cookies().remove(Visitor.TOKEN);
        assertRefused(withoutCookie.sendWithToken(token, path, Bodies.registrationForm(seminar)));
        assertThat(database.content()).isEqualTo(before);
    }

    private User userFor(String route) {
        Role role = AccessMatrix.mayPost(route);
        return given.account(role, role == Role.KOMMUNE ? Given.LANGENHAGEN : null);
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString())
                .contains("<html lang=\"de\">")
                .contains("Bitte laden Sie die Seite neu")
                .contains("Zur Startseite");
    }

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
