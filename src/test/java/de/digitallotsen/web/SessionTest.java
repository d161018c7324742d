package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session ends when it should, on the server, and what was typed when it ended is not lost. */
@PortalTest
class SessionTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Test
    void ends_after_thirty_idle_minutes_but_not_before() {
        Visitor visitor = Visitor.signedIn(given.account(Role.NSI, null));
        visitor.idle(clock, 29);
        assertThat(visitor.get("/start").statusCode()).isEqualTo(200);
        visitor.idle(clock, 31);
        Response late = visitor.get("/start");
        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(late.header("Location")).endsWith("/einloggen?ziel=%2Fstart");
    }

    @Test
    void goes_on_as_long_as_somebody_works_but_ten_hours_at_most() {
        Visitor visitor = Visitor.signedIn(given.account(Role.NSI, null));
        for (int quarter = 0; quarter < 39; quarter++) {
            visitor.idle(clock, 15);
            assertThat(visitor.get("/sitzung").statusCode())
                    .as("after %s quarters of an hour", quarter + 1)
                    .isEqualTo(204);
        }
        visitor.idle(clock, 16);
        assertThat(visitor.get("/sitzung").statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session_on_the_server_for_everybody_who_copied_its_cookies() {
        Visitor visitor = Visitor.signedIn(given.account(Role.NSI, null));
        Visitor copied = visitor.copy();
        assertThat(visitor.send("/ausloggen").statusCode()).isEqualTo(303);
        assertThat(visitor.cookies()).doesNotContainKeys("digitallotsen-access", "digitallotsen-refresh");
        assertThat(copied.get("/start").statusCode()).isEqualTo(303);
        copied.cookies().remove("digitallotsen-access");
        assertThat(copied.get("/start").statusCode()).isEqualTo(303);
    }

    @Test
    void a_signed_out_token_is_worth_nothing_to_the_interface() {
        String token = Program.token(given.account(Role.NSI, null));
        Program.withToken(token).get("/api/v1/me").then().statusCode(200);
        Program.withToken(token).post("/api/v1/auth/sign-out").then().statusCode(204);
        assertThat(Program.withToken(token).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(Program.withToken(token).get("/api/v1/seminars").statusCode())
                .as("told even where no token is needed")
                .isEqualTo(401);
    }

    @Test
    void a_refresh_token_that_was_used_long_ago_ends_the_session_for_thief_and_owner() {
        User user = given.account(Role.NSI, null);
        Map<String, String> first = tokens(Program.anonymous()
                .body(Map.of("email", user.email(), "password", Given.PASSWORD))
                .post("/api/v1/auth/token"));
        Map<String, String> second = refreshed(first.get("refreshToken"));
        assertThat(second.get("refreshToken")).isNotEqualTo(first.get("refreshToken"));
        clock.pass(Duration.ofMinutes(1));
        Response stolen = Program.anonymous()
                .body(Map.of("refreshToken", first.get("refreshToken")))
                .post("/api/v1/auth/refresh");
        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(stolen.<String>path("code")).isEqualTo("SESSION_ENDED");
        assertThat(Program.anonymous()
                        .body(Map.of("refreshToken", second.get("refreshToken")))
                        .post("/api/v1/auth/refresh")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Program.withToken(second.get("accessToken"))
                        .get("/api/v1/me")
                        .statusCode())
                .isEqualTo(401);
    }

    private static Map<String, String> refreshed(String refreshToken) {
        return tokens(
                Program.anonymous().body(Map.of("refreshToken", refreshToken)).post("/api/v1/auth/refresh"));
    }

    private static Map<String, String> tokens(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Map.of("accessToken", answer.path("accessToken"), "refreshToken", answer.path("refreshToken"));
    }

    @Test
    void a_form_that_was_sent_after_the_session_ended_comes_back_complete_and_nothing_was_registered() {
        long seminar = given.aSeminar().published();
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor visitor = Visitor.signedIn(user);
        String[] typed = {
            "seminarId",
            String.valueOf(seminar),
            "participant.firstName",
            "Jörg",
            "participant.lastName",
            "O'Süß-Müller <b>",
            "participant.email",
            "joerg@kommune.example",
            "participant.jobTitle",
            "Bürgerbüro & \"Kasse\"",
            "participant.accessibilityNeeds",
            "Rampe,\nbitte",
            "acceptWaiting",
            "ja"
        };
        Response form = visitor.get("/anmeldungen/neu?seminar=" + seminar);
        visitor.idle(clock, 31);
        Map<String, List<String>> before = Changes.content(database);

        Response tooLate = visitor.sendForm(form, "/anmeldungen/neu", typed);
        assertThat(tooLate.statusCode()).isEqualTo(401);
        assertThat(tooLate.asString()).contains("Ihre Eingaben sind noch da").contains("Einloggen");
        Map<String, String> kept = Visitor.hiddenFields(tooLate);
        for (int i = 0; i < typed.length; i += 2) {
            assertThat(kept).containsEntry("kept." + typed[i], typed[i + 1]);
        }
        assertThat(kept).doesNotContainKey("kept.csrf-token");

        Response wrongPassword =
                visitor.sendForm(tooLate, "/einloggen", "email", user.email(), "password", "vertippt vertippt");
        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        Response resume =
                visitor.sendForm(wrongPassword, "/einloggen", "email", user.email(), "password", Given.PASSWORD);
        assertThat(resume.statusCode()).isEqualTo(200);
        assertThat(resume.asString())
                .contains("Ihre Eingaben sind noch da")
                .contains("action=\"/anmeldungen/neu\"")
                .contains("Weiter zum Formular");

        Response again = visitor.sendWithToken(visitor.token(), "/anmeldungen/neu", resumeFields(resume));
        assertThat(again.statusCode()).isEqualTo(200);
        String page = again.asString();
        assertThat(page)
                .contains("value=\"O&#39;Süß-Müller &lt;b&gt;\"")
                .contains("value=\"Bürgerbüro &amp; &quot;Kasse&quot;\"")
                .contains("Rampe,\nbitte</textarea>")
                .contains("value=\"joerg@kommune.example\"")
                .contains("<option value=\"" + seminar + "\" selected>")
                .contains("name=\"acceptWaiting\" value=\"ja\" checked");
        assertThat(Changes.content(database)).as("nothing registered").isEqualTo(before);
    }

    private static String[] resumeFields(Response resume) {
        Map<String, String> fields = Visitor.hiddenFields(resume);
        fields.remove(Visitor.TOKEN);
        assertThat(fields).containsEntry("noch-einmal-zeigen", "ja");
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void a_seminar_form_of_the_nsi_survives_the_end_of_its_session_too() {
        User user = given.account(Role.NSI, null);
        Visitor visitor = Visitor.signedIn(user);
        visitor.get("/seminare/neu");
        visitor.idle(clock, 31);
        Response tooLate = visitor.send("/seminare/neu", Bodies.with(Bodies.seminarForm(), "title", "Ganz neu"));
        assertThat(tooLate.statusCode()).isEqualTo(401);
        Response resume = visitor.sendForm(tooLate, "/einloggen", "email", user.email(), "password", Given.PASSWORD);
        Response again = visitor.sendWithToken(visitor.token(), "/seminare/neu", resumeFields(resume));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).contains("value=\"Ganz neu\"").contains("value=\"6.5.2027\"");
        assertThat(database.number("select count(*) from seminar")).isZero();
    }

    @Test
    void a_link_from_a_mail_leads_through_signing_in_to_its_page() {
        User user = given.account(Role.NSI, null);
        Visitor visitor = Visitor.anonymous();
        Response link = visitor.get("/anmeldungen?status=WAITING&q=M%C3%BCller");
        assertThat(link.statusCode()).isEqualTo(303);
        Response signIn = visitor.get(link.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(Visitor.hiddenFields(signIn)).containsEntry("ziel", "/anmeldungen?status=WAITING&q=M%C3%BCller");
        Response done = visitor.sendForm(signIn, "/einloggen", "email", user.email(), "password", Given.PASSWORD);
        assertThat(done.header("Location")).endsWith("/anmeldungen?status=WAITING&q=M%C3%BCller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://boese.example/",
                "//boese.example",
                "/\\boese.example",
                "\\\\boese.example",
                "/start@boese.example",
                "/start.boese.example/..//",
                "javascript:alert(1)",
                "http:start",
                "/start\r\nLocation: https://boese.example",
                "/ausloggen",
                "/api/v1/me",
                " /start",
                "/start/../../boese",
                "%2F%2Fboese.example",
                "/startx",
                "/seminare/neu\u0000"
            })
    void signing_in_never_leads_to_a_page_of_somebody_else(String target) {
        User user = given.account(Role.NSI, null);
        Response done = Visitor.anonymous()
                .send("/einloggen", "ziel", target, "email", user.email(), "password", Given.PASSWORD);
        assertThat(done.statusCode()).isEqualTo(303);
        String location = done.header("Location").replaceFirst("^http://localhost:\\d+", "");
        assertThat(location).matches("/start([/?.].*)?").doesNotContain("\r").doesNotContain("\n");
        assertThat(done.headers().getValues("Location")).hasSize(1);
    }

    @Test
    void wrong_passwords_and_unknown_addresses_get_the_same_answer_and_too_many_are_told_to_wait() {
        User user = given.account(Role.NSI, null);
        Response wrong = Program.anonymous()
                .body(Map.of("email", user.email(), "password", "ganz falsch geraten"))
                .post("/api/v1/auth/token");
        Response unknown = Program.anonymous()
                .body(Map.of("email", "niemand@portal.example", "password", "ganz falsch geraten"))
                .post("/api/v1/auth/token");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
        for (int i = 0; i < 4; i++) {
            Program.anonymous()
                    .body(Map.of("email", user.email(), "password", "ganz falsch geraten"))
                    .post("/api/v1/auth/token")
                    .then()
                    .statusCode(401);
        }
        Response tooMany = Program.anonymous()
                .body(Map.of("email", user.email(), "password", Given.PASSWORD))
                .post("/api/v1/auth/token");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(tooMany.header("Retry-After"))).isBetween(1L, 900L);
        assertThat(Visitor.anonymous()
                        .send("/einloggen", "email", user.email(), "password", Given.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        clock.pass(Duration.ofMinutes(16));
        Program.token(user);
    }
}
