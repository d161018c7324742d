package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever tries out what would happen learns something; so it is counted, and written down. */
@PortalTest
class DryRunsTest {

    private static final String API = "/api/v1/registrations";
    private static final String NOTED = "select concat(subject_type, ' ', subject_id, ' ', after_json)"
            + " from audit_entry where action = 'preview.made'";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    private User account;
    private long seminar;

    @BeforeEach
    void signIn() {
        account = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        seminar = given.aSeminar().published();
    }

    private static Response batch(User user, int lines) {
        return Program.of(user).body(Collections.nCopies(lines, Map.of())).post(API + "/batch?dryRun=true");
    }

    private void useUp(User user) {
        for (int i = 0; i < 5; i++) {
            assertThat(batch(user, 200).statusCode()).isEqualTo(200);
        }
    }

    private static void refused(Response answer) {
        JsonContractTest.assertProblem(answer, 429, "TOO_MANY_PREVIEWS");
        assertThat(answer.header("Retry-After")).isEqualTo("600");
        assertThat(answer.<String>path("detail")).contains("In 10 Minuten", "Anmelden, umbuchen und stornieren");
    }

    @Test
    void so_many_lines_are_tried_out_and_no_more_by_whichever_door() {
        String reference = given.registered(account.asActor(), seminar);
        useUp(account);
        refused(batch(account, 1));
        refused(Program.of(account).body(Bodies.registration(seminar)).post(API + "/preview"));
        refused(Program.of(account).post(API + "/" + reference + "/cancellation/preview"));
        refused(Program.of(account)
                .body(Map.of("seminarId", given.aSeminar().published()))
                .post(API + "/" + reference + "/rebooking/preview"));
        Response form = Visitor.signedIn(account).send("/anmeldungen/neu", Bodies.registrationForm(seminar));
        assertThat(form.statusCode()).isEqualTo(429);
        assertThat(form.asString()).contains("zur Probe geprüft");
        Response pair = Visitor.signedIn(account)
                .send(
                        "/anmeldungen/zu-zweit",
                        "seminarId",
                        String.valueOf(seminar),
                        "1.firstName",
                        "Kim",
                        "1.lastName",
                        "Eins",
                        "1.email",
                        "kim.eins@kommune.example",
                        "2.firstName",
                        "Kim",
                        "2.lastName",
                        "Zwei",
                        "2.email",
                        "kim.zwei@kommune.example");
        assertThat(pair.statusCode()).isEqualTo(429);

        assertThat(Program.of(account)
                        .body(Bodies.registration(seminar))
                        .post(API)
                        .statusCode())
                .as("what is meant goes on")
                .isEqualTo(201);
        assertThat(Program.of(account)
                        .body(List.of(Map.of()))
                        .post(API + "/batch")
                        .statusCode())
                .isEqualTo(200);
        assertThat(batch(given.account(Role.KOMMUNE, Given.SOTTRUM), 1).statusCode())
                .as("each account counts for itself")
                .isEqualTo(200);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(batch(account, 1).statusCode()).isEqualTo(200);
    }

    @Test
    void each_single_preview_counts_as_one() {
        for (int i = 0; i < 2; i++) {
            Program.of(account).body(Bodies.registration(seminar)).post(API + "/preview");
        }
        assertThat(database.number("select sum(failures) from throttle")).isEqualTo(2);
        assertThat(database.rows(NOTED))
                .containsExactly("preview schnittstelle {\"lines\":1}", "preview schnittstelle {\"lines\":1}");
    }

    @Test
    void what_a_form_asks_on_its_way_is_counted_and_not_noted() {
        assertThat(Visitor.signedIn(account)
                        .send("/anmeldungen/neu", Bodies.registrationForm(seminar))
                        .statusCode())
                .isEqualTo(303);
        assertThat(database.number("select sum(failures) from throttle")).isEqualTo(1);
        assertThat(database.rows(NOTED)).isEmpty();
    }

    @Test
    void a_list_that_is_tried_out_is_noted_with_its_number_and_without_names() {
        assertThat(batch(account, 3).statusCode()).isEqualTo(200);
        assertThat(database.rows(NOTED)).containsExactly("preview schnittstelle {\"lines\":3}");
        batch(account, 201);
        assertThat(database.rows(NOTED)).as("nothing was tried out").hasSize(1);
    }

    @Test
    void the_check_page_of_a_list_is_noted_and_throttled_and_the_final_click_is_not() throws SQLException {
        User nsi = given.account(Role.NSI, null);
        Visitor visitor = Visitor.signedIn(nsi);
        String list = "Kommune;Termin;Vorname;Nachname;E-Mail\r\nLangenhagen;" + seminar
                + ";Jo;Beispiel;j@liste.example\r\nOsnabrück;" + seminar + ";Ada;Hooft;a@liste.example\r\n";
        String address = RestAssured.given()
                .redirects()
                .follow(false)
                .cookies(visitor.cookies())
                .multiPart("file", "liste.csv", list.getBytes(StandardCharsets.UTF_8))
                .multiPart(Visitor.TOKEN, visitor.token())
                .post("/anmeldungen/einlesen")
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        Response page = visitor.get(address);
        assertThat(page.asString()).contains("Jetzt möglich: 1 von 2 Zeilen");
        assertThat(visitor.get(address + "/nachbessern.xlsx").statusCode()).isEqualTo(200);
        assertThat(database.rows(NOTED)).containsExactly("preview datei {\"lines\":2}", "preview datei {\"lines\":2}");
        assertThat(visitor.get("/protokoll").asString()).contains("hat Anmeldungen zur Probe geprüft", "Zeilen");
        useUp(nsi);
        assertThat(visitor.get(address).statusCode())
                .as("the NSI tries out whole lists again and again")
                .isEqualTo(200);
        database.writePastTheProgram("update throttle set failures = 9999 where failures > 1000");
        Response refused = visitor.get(address);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("600");
        assertThat(visitor.get(address + "/nachbessern.xlsx").statusCode()).isEqualTo(429);
        assertThat(visitor.sendForm(page, address, "noch-einmal-zeigen", "on").statusCode())
                .isEqualTo(429);
        assertThat(visitor.sendForm(page, address).statusCode()).isEqualTo(303);
        assertThat(visitor.get(address).asString()).contains("Angemeldet: 1 von 2 Zeilen");
    }
}
