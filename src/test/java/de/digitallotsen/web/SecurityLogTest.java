package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.Authenticator;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.MailBag;
import de.digitallotsen.account.MailWanted;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever guards the portal sees what happens to it, and learns nobody's password, token or address. */
@PortalTest
class SecurityLogTest {

    private static final String WRONG = "ganz falsch geraten";
    private static final Pattern IP = Pattern.compile("\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|::1|localhost");

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    InviteUser invite;

    @Inject
    MailBag mails;

    private SecurityLines log;

    @BeforeEach
    void listen() {
        log = new SecurityLines();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private JsonNode only(String event) {
        List<JsonNode> found = log.about(event);
        assertThat(found).as("%s in%n%s", event, log.text()).hasSize(1);
        return found.get(0);
    }

    private static void signIn(Visitor visitor, User user, String password, int status) {
        assertThat(visitor.send("/einloggen", "email", user.email(), "password", password)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void signing_in_and_out_is_noted_and_so_is_who_failed_or_was_braked() {
        User user = given.account(Role.NSI, null);
        Visitor visitor = Visitor.signedIn(user);
        visitor.send("/ausloggen");
        for (String kind : List.of("signed-in", "signed-out")) {
            JsonNode line = only(kind);
            assertThat(line.get("account").asLong()).isEqualTo(user.id());
            assertThat(line.get("role").asText()).isEqualTo("NSI");
        }
        Visitor stranger = Visitor.anonymous();
        for (int i = 0; i < 5; i++) {
            signIn(stranger, user, WRONG, 401);
        }
        signIn(stranger, user, WRONG, 429);
        assertThat(log.about("sign-in-failed")).hasSize(5).allSatisfy(line -> {
            assertThat(line.get("person").asText())
                    .as("a pseudonym, the same for the same address")
                    .isEqualTo(only("signed-in").get("person").asText())
                    .matches("[0-9a-f]{16}");
            assertThat(line.get("from").asText()).matches("[0-9a-f]{16}");
            assertThat(line.get("route").asText()).isEqualTo("/einloggen");
            assertThat(line.has("account")).as("says not whether there is one").isFalse();
        });
        assertThat(only("sign-in-braked").get("person")).isNotNull();
        assertThat(only("request.braked").get("status").asInt()).isEqualTo(429);
        assertHoldsNoSecret(user, visitor);
    }

    @Test
    void what_is_refused_is_noted_with_its_route_and_who_asked() {
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor visitor = Visitor.signedIn(staff);
        assertThat(visitor.get("/budget?geheim=personal@langenhagen.example").statusCode())
                .isEqualTo(403);
        JsonNode refused = only("access.refused");
        assertThat(refused.get("route").asText()).isEqualTo("/budget");
        assertThat(refused.get("account").asLong()).isEqualTo(staff.id());
        assertThat(refused.get("code").asText()).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(Program.of(staff).get("/api/v1/budget").statusCode()).isEqualTo(403);
        assertThat(log.about("access.refused")).hasSize(2);
        assertHoldsNoSecret(staff, visitor);
    }

    @Test
    void forged_forms_are_noted() {
        User user = given.account(Role.NSI, null);
        Visitor visitor = Visitor.signedIn(user);
        visitor.sendWithToken(null, "/seminare/neu");
        visitor.sendWithToken("YW5vdGhlcl90b2tlbl9oZXJl", "/seminare/neu");
        visitor.bare().post("/seminare/neu");
        visitor.bare()
                .contentType("application/x-www-form-urlencoded")
                .header("Origin", "http://evil.example")
                .post("/seminare/neu");
        assertThat(log.about("form.forged"))
                .extracting(line -> line.get("route").asText())
                .hasSize(4)
                .containsOnly("/seminare/neu");
        assertHoldsNoSecret(user, visitor);
    }

    @Test
    void forged_and_stale_tokens_of_programs_are_noted() {
        String forged = Program.token(given.account(Role.NSI, null)) + "x";
        assertThat(Program.withToken(forged).get("/api/v1/me").statusCode()).isEqualTo(401);
        JsonNode line = only("token.refused");
        assertThat(line.get("route").asText()).isEqualTo("/api/v1/me");
        assertThat(log.text()).doesNotContain(forged);
    }

    @Test
    void a_copied_refresh_token_is_noted() {
        User user = given.account(Role.NSI, null);
        String refresh = Program.anonymous()
                .body(Map.of("email", user.email(), "password", Given.PASSWORD))
                .post("/api/v1/auth/token")
                .path("refreshToken");
        for (int i = 0; i < 3; i++) {
            Program.anonymous().body(Map.of("refreshToken", refresh)).post("/api/v1/auth/refresh");
            clock.pass(java.time.Duration.ofMinutes(2));
        }
        assertThat(only("refresh-token-reused").get("account").asLong()).isEqualTo(user.id());
        assertThat(log.text()).doesNotContain(refresh);
    }

    @Test
    void accounts_their_roles_and_second_factors_are_noted() {
        User nsi = given.account(Role.NSI, null);
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor visitor = Visitor.signedIn(nsi);
        visitor.send("/zugaenge/" + staff.id() + "/sperren");
        visitor.send("/zugaenge/" + staff.id() + "/freigeben");
        assertThat(only("account.disabled").get("subjectId").asText()).isEqualTo(String.valueOf(staff.id()));
        only("account.enabled");
        invite.handle(nsi.asActor(), new InviteUser.Command(Role.NSI, null, "neu@nsi.example", "https://p.example"));
        List<MailWanted> sent = mails.to("neu@nsi.example");
        String token = MailBag.token(sent.get(sent.size() - 1));
        assertThat(only("account.invited").get("after").get("role").asText()).isEqualTo("NSI");
        Response answer = Visitor.following("/einladung/" + token)
                .send(
                        "/einladung",
                        "name",
                        "Nora Neumann",
                        "password",
                        "drei kurze Wörter",
                        "passwordRepeated",
                        "drei kurze Wörter");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(log.about("account.created"))
                .last()
                .satisfies(line -> assertThat(line.get("route").asText()).isEqualTo("/einladung"));
        String secret = setUpSecondFactor(nsi);
        only("account.second-factor-on");
        assertHoldsNoSecret(nsi, visitor);
        assertThat(log.text()).doesNotContain(token, secret, "drei kurze", "neu@nsi.example", "Nora", "Neumann");
    }

    /** The secret that the app got. */
    private String setUpSecondFactor(User user) {
        String program = Program.token(user);
        String secret = Program.withToken(program)
                .body(Map.of("password", Given.PASSWORD))
                .post("/api/v1/auth/second-factor")
                .path("secret");
        Program.withToken(program)
                .body(Map.of("otp", Authenticator.code(secret, clock.instant())))
                .post("/api/v1/auth/second-factor/confirmation");
        Visitor visitor = Visitor.anonymous();
        Response second = visitor.send("/einloggen", "email", user.email(), "password", Given.PASSWORD);
        visitor.sendForm(second, "/einloggen/code", "otp", "000000");
        assertThat(only("second-factor-wrong").get("person").asText()).matches("[0-9a-f]{16}");
        return secret;
    }

    @Test
    void whoever_looks_up_names_is_noted() {
        User ministry = given.account(Role.MINISTRY, null);
        Response file = Program.of(ministry)
                .accept("*/*")
                .body(Map.of("reason", "Stichprobe des Landesrechnungshofs im Mai"))
                .post("/api/v1/proof-of-use.xlsx");
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(200);
        JsonNode line = only("proof-of-use.names");
        assertThat(line.get("account").asLong()).isEqualTo(ministry.id());
        assertThat(line.get("role").asText()).isEqualTo("MINISTRY");
        assertThat(log.text()).doesNotContain("Stichprobe");
    }

    @Test
    void a_token_in_an_address_is_written_down_nowhere() {
        Visitor.signedIn(given.account(Role.NSI, null)).bare().post("/konto/sitzungen/geheimes-token/beenden");
        assertThat(only("form.forged").get("route").asText()).isEqualTo("/konto/sitzungen/{id}/beenden");
        assertThat(log.text()).doesNotContain("geheimes");
    }

    private void assertHoldsNoSecret(User user, Visitor visitor) {
        assertThat(log.text())
                .doesNotContain(Given.PASSWORD, WRONG, user.email(), user.name(), "@")
                .doesNotContainPattern(IP);
        visitor.cookies().values().forEach(value -> assertThat(log.text()).doesNotContain(value));
    }
}
