package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and every form survives a session that ran out, there and back. */
@PortalTest
class KeptFormTest {

    /** Signing in and out itself, and what visitors send without an account. */
    private static final Set<String> WITHOUT_ACCOUNT = Set.of(
            "/einloggen",
            "/einloggen/code",
            "/ausloggen",
            "/sitzung",
            "/pruefen",
            "/pruefen/datei",
            "/passwort-vergessen");

    /**
     * A field is shown only to a role that fills it in: the Kommune is known of its own staff. And nothing of a period
     * that has not ended can be carried over, so its page says that instead of asking how much.
     */
    private static final Map<String, Set<String>> NOT_SHOWN = Map.of(
            "/anmeldungen/neu",
            Set.of("kommuneArs"),
            "/zeitraeume/{id}/uebertragen",
            Set.of("amount", "reason"),
            "/zeitraeume/{id}/zurueckziehen",
            Set.of("reason"));

    @Inject
    Database database;

    @Inject
    RouteVisits visits;

    static List<String> forms() {
        return AccessMatrix.routes().stream()
                .filter(row -> row.startsWith("POST /") && !row.contains(" /api/"))
                .map(row -> row.split(" ")[1])
                .filter(route -> !WITHOUT_ACCOUNT.contains(route) && !route.contains("{token}"))
                // Without a certificate there is nothing to show; the journeys have one.
                .filter(route -> AccessMatrix.whoMay("POST " + route) != AccessMatrix.Who.NOBODY)
                .toList();
    }

    static List<String> pages() {
        return AccessMatrix.routes().stream()
                .filter(row -> row.startsWith("GET /")
                        && !row.contains(" /api/")
                        && row.contains(" login ")
                        && row.contains(" 200"))
                .map(row -> row.split(" ")[1])
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void a_form_that_came_too_late_is_shown_again_with_everything_that_was_typed(String route) {
        visits.prepareFor(route);
        User user = visits.userOf(AccessMatrix.whoMay("POST " + route));
        String path = visits.path(route);
        String[] typed = visits.fields(route);
        // A night later every cookie is gone, the one with the token, too.
        Visitor late = Visitor.anonymous();
        Response signIn = late.sendWithToken("of yesterday", path, typed);
        assertThat(signIn.statusCode()).isEqualTo(401);
        Response resumed = late.sendForm(signIn, "/einloggen", "email", user.email(), "password", Given.PASSWORD);
        Map<String, List<String>> before = Changes.content(database);
        if (IntStream.range(0, typed.length / 2).allMatch(i -> isSecret(typed[2 * i]))) {
            assertThat(resumed.statusCode()).isEqualTo(303);
            Response page = late.get(resumed.header("Location").replaceFirst("^https?://[^/]+", ""));
            assertThat(page.statusCode()).as("a button leads back to its page").isEqualTo(200);
        } else {
            assertThat(resumed.statusCode()).isEqualTo(200);
            assertThat(resumed.asString()).contains("action=\"" + path + "\"");
            Response again = late.sendForm(resumed, path);
            assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
            for (int i = 0; i < typed.length; i += 2) {
                if (isShown(route, typed[i])) {
                    assertThat(again.asString()).as(typed[i]).contains(escaped(typed[i + 1]));
                }
            }
        }
        assertThat(Changes.content(database)).as("nothing is sent by accident").isEqualTo(before);
    }

    private static boolean isShown(String route, String field) {
        return !isSecret(field) && !NOT_SHOWN.getOrDefault(route, Set.of()).contains(field);
    }

    /** Passwords are never carried anywhere. */
    private static boolean isSecret(String field) {
        return field.toLowerCase(Locale.ROOT).contains("passw");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .strip();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void signing_in_leads_back_to_the_page_that_was_asked_for(String route) {
        visits.prepareFor(route);
        User user = visits.userOf(AccessMatrix.whoMaySee(route));
        String path = visits.path(route);
        Visitor late = Visitor.anonymous();
        Response asked = late.get(path);
        assertThat(asked.statusCode()).isEqualTo(303);
        Response signIn = late.get(asked.header("Location").replaceFirst("^https?://[^/]+", ""));
        Response back = late.sendForm(signIn, "/einloggen", "email", user.email(), "password", Given.PASSWORD);
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location").replaceFirst("^https?://[^/]+", "")).isEqualTo(path);
    }
}
