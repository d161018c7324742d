package de.digitallotsen.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The NSI reads in the official register, with a browser and with a program (R2). */
@PortalTest
class RegisterImportTest {

    private static final RestAssuredConfig BYTES_AS_THEY_ARE = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("multipart/form-data; boundary=x", ContentType.BINARY));
    private static final String PAGE = "/kommunen/import";
    private static final String INTERFACE = "/api/v1/kommunen/import";
    private static final String SAMTGEMEINDE = "033595407000";
    private static final String GEMEINDE = "033590041041";
    private static final String LINE =
            "033590041041;03359041;Nordkehdingen;Gemeinde;EINHEITSGEMEINDE;;03359;6910;21729;Freiburg/Elbe\n";

    @Inject
    Given portal;

    @Inject
    Database database;

    private User nsi;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        database.registerWillChange();
        nsi = portal.account(Role.NSI, null);
        visitor = Visitor.signedIn(nsi);
    }

    private static String merged() {
        return Database.register()
                        .lines()
                        .filter(line -> !line.startsWith("033595407"))
                        .collect(Collectors.joining("\n"))
                + "\n" + LINE;
    }

    private Response upload(byte[] file) {
        return given().redirects()
                .follow(false)
                .cookies(visitor.cookies())
                .multiPart("csrf-token", visitor.token())
                .multiPart("file", "register.csv", file, "text/csv")
                .post(PAGE);
    }

    private String preview(String text) {
        Response uploaded = upload(text.getBytes(StandardCharsets.UTF_8));
        assertThat(uploaded.statusCode()).isEqualTo(303);
        return uploaded.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void a_browser_sees_everything_before_it_is_applied_and_names_successors() {
        User staff = portal.account(Role.KOMMUNE, SAMTGEMEINDE);
        portal.registered(staff.asActor(), portal.aSeminar().published());
        String path = preview(merged());
        Response page = visitor.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("Neu: 1, geändert: 0, beendet: 6")
                .contains("Nachfolgerin von Samtgemeinde Nordkehdingen")
                .contains("Belegte Förderplätze: 1")
                .contains(staff.email())
                .contains("value=\"Gemeinde Nordkehdingen\"")
                .contains("Flecken Freiburg (Elbe)")
                .contains("Jetzt übernehmen");
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isZero();
        Map<String, String> suggested = suggested(page);
        assertThat(suggested)
                .hasSize(6)
                .allSatisfy((field, value) -> assertThat(value).isEqualTo("Gemeinde Nordkehdingen"));

        suggested.put("successor." + SAMTGEMEINDE, " ");
        suggested.put("successor.033595407004", "Nirgendwo");
        Response wrong = visitor.sendForm(page, path, flat(suggested));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString())
                .contains("Bitte nennen Sie die Nachfolgerin von der Samtgemeinde Nordkehdingen")
                .contains("„Nirgendwo“ steht nicht in der Datei")
                .contains("Fehler:");

        suggested.put("successor." + SAMTGEMEINDE, "gemeinde nordkehdingen");
        suggested.put("successor.033595407004", "keine");
        Response done = visitor.sendForm(page, path, flat(suggested));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/kommunen?meldung=register-eingelesen").asString())
                .contains("Das Register ist auf dem Stand der Datei.");
        assertThat(database.number("select count(*) from kommune where successor_ars = ?", GEMEINDE))
                .isEqualTo(5);
        assertThat(database.text("select kommune_ars from user_account where id = ?", staff.id()))
                .isEqualTo(GEMEINDE);
        assertThat(visitor.get(path).statusCode())
                .as("the file is not kept any longer than needed")
                .isEqualTo(404);
    }

    @Test
    void a_merger_that_brings_three_people_to_two_places_says_so_before_it_happens() {
        Actor buxtehude = portal.staffOf("033590010010");
        long seminar = portal.aSeminar().published();
        portal.registered(buxtehude, seminar);
        portal.registered(buxtehude, seminar);
        portal.registered(portal.staffOf(SAMTGEMEINDE), seminar);
        String path = preview(merged());
        Response page = visitor.get(path);
        Map<String, String> successors = suggested(page);
        successors.replaceAll((field, suggestion) -> "033590010010");
        Response asked = visitor.sendForm(page, path, flat(successors));
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.asString())
                .contains("Hansestadt Buxtehude hat 2 Förderplätze; nach der Übernahme wären 3 belegt.");
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isZero();
        assertThat(visitor.sendForm(asked, path, flat(successors)).statusCode()).isEqualTo(303);
    }

    @Test
    void a_program_reads_of_a_crowd_and_says_that_it_has_before_anything_happens() {
        Actor buxtehude = portal.staffOf("033590010010");
        long seminar = portal.aSeminar().published();
        portal.registered(buxtehude, seminar);
        portal.registered(buxtehude, seminar);
        portal.registered(portal.staffOf(SAMTGEMEINDE), seminar);
        String merger = INTERFACE + "?successor=" + SAMTGEMEINDE + ":033590010010";
        Response shown = Program.of(nsi).contentType("text/csv").body(merged()).post(merger + "&dryRun=true");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.<List<String>>path("crowds"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("Hansestadt Buxtehude hat 2 Förderplätze; nach der Übernahme wären 3 belegt");
        assertThat(Program.of(nsi)
                        .contentType("text/csv")
                        .body(merged())
                        .post(INTERFACE + "?dryRun=true")
                        .<List<String>>path("crowds"))
                .isEmpty();
        assertThat(Program.of(nsi)
                        .contentType("text/csv")
                        .body(merged())
                        .post(INTERFACE + "?dryRun=true&successor=" + SAMTGEMEINDE + ":039999999999")
                        .<List<String>>path("crowds"))
                .as("no Kommune of the file")
                .isEmpty();
        for (String said : List.of(
                "", "&crowdsSeen=", "&crowdsSeen=" + "0".repeat(64), "&fingerprint=" + shown.path("fingerprint"))) {
            Response refused =
                    Program.of(nsi).contentType("text/csv").body(merged()).post(merger + said);
            JsonContractTest.assertProblem(refused, 409, "MORE_PEOPLE_THAN_PLACES");
            assertThat(refused.<String>path("detail")).contains("Buxtehude");
        }
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isZero();
        Response done = Program.of(nsi)
                .contentType("text/csv")
                .body(merged())
                .post(merger + "&crowdsSeen=" + shown.path("crowdsSeen"));
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(done.<Boolean>path("applied")).isTrue();
    }

    @Test
    void a_file_that_was_cut_off_asks_for_the_number_of_endings() {
        String cut = Database.register().lines().limit(300).collect(Collectors.joining("\n")) + "\n";
        Response shown = Program.of(nsi)
                .contentType("text/csv")
                .body(cut)
                .queryParam("dryRun", "true")
                .post(INTERFACE);
        int endings = shown.path("counts.endings");
        assertThat(endings).isGreaterThan(700);
        assertThat(visitor.get(preview(cut)).asString())
                .contains("Zahl der Kommunen, die enden", "tippen Sie bitte " + endings);
        Response refused = Program.of(nsi).contentType("text/csv").body(cut).post(INTERFACE);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("code")).isEqualTo("MANY_ENDINGS");
        assertThat(refused.<String>path("detail")).contains(String.valueOf(endings));
        assertThat(Program.of(nsi)
                        .contentType("text/csv")
                        .body(cut)
                        .queryParam("endings", endings - 1)
                        .post(INTERFACE)
                        .<String>path("code"))
                .isEqualTo("MANY_ENDINGS");
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isZero();
    }

    @Test
    void a_file_of_dos_renames_nobody() {
        byte[] dos = Database.register().getBytes(java.nio.charset.Charset.forName("IBM850"));
        Response refused = upload(dos);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("CSV (MS-DOS)", "CSV UTF-8");
        assertThat(Program.of(nsi)
                        .contentType("text/csv")
                        .body(dos)
                        .post(INTERFACE)
                        .statusCode())
                .isEqualTo(400);
    }

    private static Map<String, String> suggested(Response page) {
        Map<String, String> fields = new TreeMap<>();
        var field = Pattern.compile("name=\"(successor\\.\\d{12})\" type=\"text\" value=\"([^\"]*)\"")
                .matcher(page.asString());
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private static String[] flat(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void a_browser_that_looked_at_something_else_looks_again() {
        String path = preview(merged());
        Response page = visitor.get(path);
        portal.account(Role.KOMMUNE, SAMTGEMEINDE);
        Response changed = visitor.sendForm(page, path, flat(suggested(page)));
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString())
                .contains("Seit der Vorschau hat sich etwas geändert")
                .contains("Diese Zugänge gehen über");
        assertThat(visitor.sendForm(changed, path, flat(suggested(changed))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_file_with_a_line_that_cannot_be_used_is_shown_and_not_applied() {
        String path = preview(Database.register() + "kaputt;;;;;;;;;\n" + LINE.replace("\n", ";zu viel\n"));
        Response page = visitor.get(path);
        assertThat(page.asString())
                .contains("Zeile 1117: ")
                .contains("Zeile 1118: Die Zeile hat 11 Spalten statt 10")
                .doesNotContain("Jetzt übernehmen");
        assertThat(visitor.sendForm(page, path).statusCode()).isEqualTo(400);
        assertThat(database.number("select count(*) from kommune")).isEqualTo(1115);
    }

    @Test
    void what_is_no_register_comes_back_with_a_reason() {
        for (byte[] file : List.of(
                new byte[0], "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), new byte[] {0, 1, 2, (byte) 0xFF})) {
            Response answer = upload(file);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.asString()).contains("<html lang=\"de\">").contains("Fehler:");
        }
        Response none = given().redirects()
                .follow(false)
                .cookies(visitor.cookies())
                .multiPart("csrf-token", visitor.token())
                .post(PAGE);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.asString()).contains("Bitte wählen Sie eine CSV-Datei.");
        assertThat(given().redirects()
                        .follow(false)
                        .cookies(visitor.cookies())
                        .multiPart(
                                "file",
                                "register.csv",
                                Database.register().getBytes(StandardCharsets.UTF_8),
                                "text/csv")
                        .post(PAGE)
                        .statusCode())
                .as("without its token")
                .isEqualTo(400);
    }

    @Test
    void ten_megabytes_are_too_much_and_a_browser_is_told_on_a_page() {
        byte[] large = new byte[10 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        // As a browser sends it: with its length beforehand.
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"register.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        byte[] form = (head + new String(large, StandardCharsets.US_ASCII) + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        Response page = given().config(BYTES_AS_THEY_ARE)
                .redirects()
                .follow(false)
                .cookies(visitor.cookies())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body(form)
                .post(PAGE);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("<html lang=\"de\">").contains("Die Anfrage ist zu groß");
        JsonContractTest.assertProblem(
                Program.of(nsi).contentType("text/csv").body(large).post(INTERFACE), 413, "TOO_LARGE");
    }

    @Test
    void a_program_sees_the_counts_and_applies_what_it_has_seen() {
        Response shown = Program.of(nsi)
                .contentType("text/csv; charset=windows-1252")
                .body(merged().getBytes(Charset.forName("windows-1252")))
                .post(INTERFACE + "?dryRun=true");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.<Boolean>path("applied")).isFalse();
        assertThat(shown.<Map<String, Integer>>path("counts"))
                .isEqualTo(Map.of("additions", 1, "changes", 0, "endings", 6, "rejected", 0, "unchanged", 1109));
        assertThat(shown.<String>path("endings[0].suggestedSuccessorArs")).isEqualTo(GEMEINDE);
        String fingerprint = shown.path("fingerprint");
        String address = INTERFACE + "?successor=" + SAMTGEMEINDE + ":" + GEMEINDE + "&fingerprint=";
        JsonContractTest.assertProblem(
                Program.of(nsi).contentType("text/csv").body(merged()).post(address + "0".repeat(64)),
                409,
                "REGISTER_CHANGED");
        JsonContractTest.assertProblem(
                Program.of(nsi).contentType("text/csv").body(merged() + "\n").post(address + fingerprint),
                409,
                "REGISTER_CHANGED");
        JsonContractTest.assertProblem(
                Program.of(nsi).contentType("text/csv").body(merged()).post(INTERFACE + "?successor=a:b"),
                400,
                "INVALID_INPUT");
        JsonContractTest.assertProblem(
                Program.of(nsi)
                        .contentType("text/csv")
                        .body(merged())
                        .post(INTERFACE + "?successor=" + SAMTGEMEINDE + ":039999999999"),
                400,
                "INVALID_INPUT");
        Response done = Program.of(nsi).contentType("text/csv").body(merged()).post(address + fingerprint);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.<Boolean>path("applied")).isTrue();
        assertThat(Program.anonymous().get("/api/v1/kommunen/" + SAMTGEMEINDE).<String>path("registerThroughArs"))
                .isEqualTo(GEMEINDE);
        assertThat(Program.anonymous().get("/api/v1/kommunen/" + SAMTGEMEINDE).<String>path("eligibilityCode"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void a_program_may_send_the_file_as_a_form() {
        Response shown = given().header("Authorization", "Bearer " + Program.token(nsi))
                .accept("application/json")
                .multiPart("file", "register.csv", Database.register().getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(INTERFACE + "?dryRun=true");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.<Integer>path("counts.unchanged")).isEqualTo(1115);
    }
}
