package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.Authenticator;
import de.digitallotsen.account.Demanded;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has to have a second factor and has none can do nothing but set it up. */
@PortalTest
class SecondFactorGateTest {

    private static final Pattern KEY = Pattern.compile("Schlüssel: <code>([A-Z2-7 ]+)</code>");
    private static final List<String> LAW = List.of("/hilfe", "/barrierefreiheit", "/datenschutz", "/impressum");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RouteVisits visits;

    @BeforeEach
    void a_portal_in_use() {
        visits.prepareFor("/start");
        Demanded.now();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "KOMMUNE", mode = EnumSource.Mode.EXCLUDE)
    void every_page_and_every_act_leads_there_until_it_is_set_up(Role role) {
        User user = given.account(role, null);
        Visitor visitor = Visitor.signedIn(user);
        Map<String, List<String>> before = Changes.content(database);
        for (String row : AccessMatrix.routes()) {
            String[] cells = row.split(" ");
            String path = visits.path(cells[1]);
            if (path.startsWith("/api/") || isOpen(cells[1])) {
                continue;
            }
            Response answer = "GET".equals(cells[0]) ? visitor.get(path) : visitor.send(path);
            assertThat(answer.statusCode()).as(row).isEqualTo(303);
            assertThat(answer.header("Location")).as(row).endsWith("/konto/zweiter-faktor");
        }
        assertThat(Changes.content(database)).isEqualTo(before);
        Response page = visitor.get("/konto/zweiter-faktor");
        assertThat(page.asString()).contains("vorgeschrieben").doesNotContain("href=\"/konto\">Mein Zugang");
        LAW.forEach(open -> assertThat(visitor.get(open).statusCode()).isEqualTo(200));
    }

    private static boolean isOpen(String route) {
        return LAW.contains(route)
                || List.of("/konto/zweiter-faktor", "/konto/zweiter-faktor/bestaetigen", "/ausloggen", "/sitzung")
                        .contains(route);
    }

    @Test
    void the_interface_refuses_until_it_is_set_up() {
        User user = given.account(Role.MINISTRY, null);
        String token = Program.token(user);
        Map<String, List<String>> before = Changes.content(database);
        for (String row : AccessMatrix.routes()) {
            String[] cells = row.split(" ");
            if (!cells[1].startsWith("/api/") || cells[1].matches(".*/auth/(token|refresh|sign-out|second-f.*)")) {
                continue;
            }
            Response answer = visits.bodyOf(cells[1], user)
                    .header("Authorization", "Bearer " + token)
                    .request(cells[0], visits.path(cells[1]));
            assertThat(answer.statusCode()).as(row).isEqualTo(403);
            assertThat(answer.<String>path("code")).as(row).isEqualTo("SECOND_FACTOR_DUE");
        }
        assertThat(Changes.content(database)).isEqualTo(before);
        String secret = Program.withToken(token)
                .body(Map.of("password", Given.PASSWORD))
                .post("/api/v1/auth/second-factor")
                .path("secret");
        Program.withToken(token)
                .body(Map.of("otp", Authenticator.code(secret, clock.instant())))
                .post("/api/v1/auth/second-factor/confirmation")
                .then()
                .statusCode(200);
        assertThat(Program.withToken(token).get("/api/v1/budget").statusCode()).isEqualTo(200);
    }

    @Test
    void a_browser_sets_it_up_and_the_portal_is_open() {
        Visitor visitor = Visitor.signedIn(given.account(Role.NSI, null));
        assertThat(visitor.get("/start").header("Location")).endsWith("/konto/zweiter-faktor");
        String page = visitor.send("/konto/zweiter-faktor", "password", Given.PASSWORD)
                .asString();
        String secret =
                KEY.matcher(page).results().findFirst().orElseThrow().group(1).replace(" ", "");
        Response codes =
                visitor.send("/konto/zweiter-faktor/bestaetigen", "otp", Authenticator.code(secret, clock.instant()));
        assertThat(codes.asString()).contains("Zweiter Faktor eingerichtet");
        assertThat(visitor.get("/start").statusCode()).isEqualTo(200);
        assertThat(visitor.send("/konto/zweiter-faktor/abschalten", "password", Given.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/start").header("Location"))
                .as("without it nothing goes on")
                .endsWith("/konto/zweiter-faktor");
    }

    @Test
    void whoever_the_directory_signs_in_is_left_to_it() throws SQLException {
        User user = given.account(Role.MINISTRY, null);
        Visitor visitor = Visitor.signedIn(user);
        String token = Program.token(user);
        database.writePastTheProgram("update user_account set password_hash = null where id = ?", user.id());
        assertThat(visitor.get("/budget").statusCode()).isEqualTo(200);
        assertThat(Program.withToken(token).get("/api/v1/budget").statusCode()).isEqualTo(200);
        String sentence = "Sie loggen sich mit dem Anmeldedienst ein; Passwort und zweiten Faktor verwaltet er.";
        assertThat(visitor.get("/konto").asString())
                .contains(sentence, "Meine Sitzungen")
                .doesNotContain("Passwort ändern", "zweiter-faktor");
        for (String page : List.of("/konto/zweiter-faktor", "/konto/zweiter-faktor/abschalten")) {
            Response shown = visitor.get(page);
            assertThat(shown.statusCode()).as(page).isEqualTo(409);
            assertThat(shown.asString()).contains(sentence);
        }
        Response factor = visitor.send("/konto/zweiter-faktor", "password", Given.PASSWORD);
        Response password = visitor.send(
                "/konto/passwort",
                "currentPassword",
                Given.PASSWORD,
                "password",
                "drei kurze Wörter",
                "passwordRepeated",
                "drei kurze Wörter");
        for (Response refused : List.of(factor, password)) {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains(sentence);
        }
        assertThat(Program.withToken(token)
                        .body(Map.of("password", Given.PASSWORD))
                        .post("/api/v1/auth/second-factor")
                        .<String>path("code"))
                .isEqualTo("DIRECTORY_SIGNS_IN");
    }

    @Test
    void personnel_staff_are_offered_one() {
        Visitor visitor = Visitor.signedIn(given.account(Role.KOMMUNE, Given.LANGENHAGEN));
        assertThat(visitor.get("/start").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/konto").asString()).contains("href=\"/konto/zweiter-faktor\"");
    }
}
