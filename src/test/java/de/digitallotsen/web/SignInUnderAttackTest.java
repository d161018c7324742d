package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.SignIn;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever guesses gets no further for being fast or many, and keeps nobody out who has an account. */
@PortalTest
class SignInUnderAttackTest {

    private static final String WRONG = "ganz falsch geraten";
    private static final int AT_ONCE = 60;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SignIn signIn;

    @Inject
    InviteUser invite;

    private static String status(String email, String password) {
        Response answer = Program.anonymous()
                .body(Map.of("email", email, "password", password))
                .post("/api/v1/auth/token");
        return String.valueOf(answer.statusCode());
    }

    @Test
    void guesses_sent_at_once_are_counted_before_any_is_looked_at() {
        User user = given.account(Role.NSI, null);
        Race.Outcome guesses = Race.of(Collections.nCopies(AT_ONCE, () -> status(user.email(), WRONG)));
        assertThat(guesses.count("401")).as("%s", guesses.results()).isBetween(1L, 5L);
        assertThat(guesses.not("401")).containsOnly("429");
        assertThat(status(user.email(), Given.PASSWORD)).isEqualTo("429");
        clock.pass(Duration.ofMinutes(16));
        Race.Outcome two = Race.of(Collections.nCopies(2, () -> status(user.email(), Given.PASSWORD)));
        assertThat(two.count("200")).as("who knows the password is not counted").isEqualTo(2);
        for (int i = 0; i < 10; i++) {
            assertThat(status(user.email(), Given.PASSWORD)).isEqualTo("200");
        }
    }

    @Test
    void codes_of_certificates_sent_at_once_are_counted_before_any_is_looked_at() {
        Race.Outcome guesses = Race.of(Collections.nCopies(
                AT_ONCE,
                () -> String.valueOf(Program.anonymous()
                        .body(Map.of("number", "7K3M-Q9XA-1", "code", "7K3M-Q9XA-2PBD"))
                        .post("/api/v1/certificates/check")
                        .statusCode())));
        assertThat(guesses.not("429")).as("%s", guesses.results()).hasSizeBetween(1, 20);
        assertThat(guesses.count("429")).isGreaterThanOrEqualTo(AT_ONCE - 20);
    }

    /** From as many addresses as it takes: nobody at all gets in from elsewhere. */
    private void strangersUseUpAllTriesOf(User user) {
        for (int i = 0; i < 30; i++) {
            String address = "198.51.100." + i;
            Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(user, WRONG, address));
        }
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> signIn(user, Given.PASSWORD, "203.0.113.1"));
    }

    private void signIn(User user, String password, String address) {
        signIn.handle(new SignIn.Command(user.email(), password, address, Sessions.PAGE_TOKEN));
    }

    private static Response signIn(Visitor visitor, User user, String password) {
        return visitor.send("/einloggen", "email", user.email(), "password", password);
    }

    @Test
    void strangers_keep_nobody_out_of_the_browser_that_signed_in_before() {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor browser = Visitor.signedIn(user);
        browser.send("/ausloggen");
        strangersUseUpAllTriesOf(user);
        assertThat(signIn(browser, user, Given.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(signIn(Visitor.anonymous(), user, Given.PASSWORD).statusCode())
                .as("a browser that nobody knows")
                .isEqualTo(429);
    }

    @Test
    void a_browser_that_is_known_has_a_few_tries_and_needs_the_password_all_the_same() {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor browser = Visitor.signedIn(user);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(browser, user, WRONG).statusCode()).isEqualTo(401);
        }
        assertThat(signIn(browser, user, Given.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void a_known_browser_is_known_to_its_own_account_only_and_for_half_a_year() {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        User other = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor browser = Visitor.signedIn(user);
        strangersUseUpAllTriesOf(other);
        assertThat(signIn(browser, other, Given.PASSWORD).statusCode()).isEqualTo(429);
        clock.pass(Duration.ofDays(180));
        strangersUseUpAllTriesOf(user);
        assertThat(signIn(browser, user, Given.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void the_cookie_of_a_known_browser_is_another_one_each_time_and_only_its_hash_is_kept() {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Visitor browser = Visitor.signedIn(user);
        String first = browser.cookies().get("digitallotsen-device");
        Visitor copied = browser.copy();
        Response again = signIn(browser, user, Given.PASSWORD);
        String second = browser.cookies().get("digitallotsen-device");
        assertThat(first).isNotNull().isNotEqualTo(second);
        assertThat(again.detailedCookie("digitallotsen-device").isHttpOnly()).isTrue();
        assertThat(again.detailedCookie("digitallotsen-device").getSameSite()).isEqualTo("Lax");
        assertThat(again.detailedCookie("digitallotsen-device").getMaxAge())
                .isEqualTo(Duration.ofDays(180).toSeconds());
        assertThat(database.rows("select * from known_device"))
                .hasSize(1)
                .noneMatch(row -> row.contains(first) || row.contains(second));
        strangersUseUpAllTriesOf(user);
        assertThat(signIn(copied, user, Given.PASSWORD).statusCode())
                .as("used up")
                .isEqualTo(429);
    }

    @Test
    void an_address_with_another_accent_is_another_address() {
        User user = given.account(Role.NSI, null);
        assertThat(status(user.email().replace("nsi", "nsí"), Given.PASSWORD)).isEqualTo("401");
        assertThat(status(user.email().toUpperCase(), Given.PASSWORD)).isEqualTo("200");
        assertThat(status(" ｎｓｉ" + user.email().substring(3), Given.PASSWORD))
                .as("as an input method writes it")
                .isEqualTo("200");
        for (String email : new String[] {"muller@langenhagen.example", "müller@langenhagen.example"}) {
            assertThat(accept(invited(email), email, Given.PASSWORD).statusCode())
                    .as(email)
                    .isEqualTo(303);
        }
        assertThatThrownBy(() -> invited("MÜLLER@langenhagen.example")).isInstanceOf(InvalidInputException.class);
    }

    private String invited(String email) {
        return invite.handle(
                        given.nsi(),
                        new InviteUser.Command(Role.KOMMUNE, Given.LANGENHAGEN, email, "https://portal.example"))
                .token();
    }

    private static Response accept(String token, String email, String password) {
        return Visitor.following("/einladung/" + token)
                .send(
                        "/einladung",
                        "name",
                        "Petra Vertretung",
                        "email",
                        email,
                        "password",
                        password,
                        "passwordRepeated",
                        password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "            ",
                "passwortpasswort",
                "Sommer2026!!",
                "Digitallotse-2027",
                "Willkommen2027",
                "qwertzuiopü+",
                "Vertretung-Petra",
                "petra.vertretung1",
                "Langenhagen2027!",
                "November-2026",
                "aaaaaaaaaaaaaaaa"
            })
    void a_password_that_can_be_guessed_is_refused_with_a_reason(String password) {
        Response answer = accept(
                invited("petra.vertretung@langenhagen.example"), "petra.vertretung@langenhagen.example", password);
        assertThat(answer.statusCode()).as(password).isEqualTo(400);
        assertThat(answer.asString())
                .contains("Das Passwort ist leicht zu erraten:")
                .contains("vier Wörter");
        assertThat(database.number("select count(*) from user_account where email like 'petra%'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Given.PASSWORD,
                "drei kurze Wörter",
                "Ofen Gießkanne Dienstag Polarlicht",
                "h7#Kq2!vZp0x",
                "Äpfel über Öfen, größer als süße Küchenschränke: größere Größe für Füße"
            })
    void a_password_that_nobody_guesses_is_taken_however_many_umlauts_it_has(String password) {
        String email = "petra.vertretung@langenhagen.example";
        assertThat(accept(invited(email), email, password).statusCode()).isEqualTo(303);
        assertThat(status(email, password)).isEqualTo("200");
        assertThat(status(email, password.substring(0, password.length() - 1))).isEqualTo("401");
        assertThat(status(email, java.text.Normalizer.normalize(password, java.text.Normalizer.Form.NFD)))
                .as("as another keyboard writes it")
                .isEqualTo("200");
    }
}
