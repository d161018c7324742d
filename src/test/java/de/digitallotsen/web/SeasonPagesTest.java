package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages and routes of a season: two people, a list, attendance, closing, amounts. */
@PortalTest
class SeasonPagesTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    private Visitor nsi;
    private User account;

    @BeforeEach
    void signIn() {
        account = given.account(Role.NSI, null);
        nsi = Visitor.signedIn(account);
    }

    private static String[] pair(long seminar, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "seminarId",
                String.valueOf(seminar),
                "1.firstName",
                "Anna",
                "1.lastName",
                "<script>",
                "1.email",
                "anna@sottrum.example",
                "2.firstName",
                "Berta",
                "2.lastName",
                "Beispiel",
                "2.email",
                "berta@sottrum.example",
                "schluessel",
                "paar-1"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    @Test
    void two_people_are_registered_at_once_and_a_double_click_registers_nobody_again() {
        long seminar = given.aSeminar().published();
        Visitor staff = Visitor.signedIn(given.account(Role.KOMMUNE, Given.SOTTRUM));
        String address = checkPage(staff.send("/anmeldungen/zu-zweit", pair(seminar, "zusammen", "ja")));
        assertThat(checkPage(staff.send("/anmeldungen/zu-zweit", pair(seminar, "zusammen", "ja"))))
                .isEqualTo(address);
        Response check = staff.get(address);
        assertThat(staff.sendForm(check, address).statusCode()).isEqualTo(303);
        assertThat(staff.sendForm(check, address).statusCode()).isEqualTo(303);
        assertThat(staff.get(address).asString())
                .contains("Anna &lt;script&gt;", "Berta Beispiel", "bestätigt")
                .doesNotContain("<script>");
        assertThat(database.number("select count(*) from registration")).isEqualTo(2);
    }

    @Test
    void both_or_neither_keeps_what_was_typed_and_says_who_cannot_come() {
        long seminar = given.aSeminar().withSeats(1).published();
        Visitor staff = Visitor.signedIn(given.account(Role.KOMMUNE, Given.SOTTRUM));
        Response refused = staff.send("/anmeldungen/zu-zweit", pair(seminar, "zusammen", "ja"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("Niemand ist angemeldet", "berta@sottrum.example");
        Response wrong = staff.send("/anmeldungen/zu-zweit", Bodies.with(pair(seminar), "2.email", "keine"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("href=\"#2.email\"");
        assertThat(database.number("select count(*) from registration")).isZero();
        String address = checkPage(staff.send("/anmeldungen/zu-zweit", pair(seminar, "schluessel", "paar-2")));
        Response check = staff.get(address);
        assertThat(check.asString()).contains("sofort bestätigt", "nicht möglich");
        staff.sendForm(check, address);
        assertThat(staff.get(address).asString()).contains("bestätigt", "nicht möglich");
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
    }

    private static String checkPage(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private Response upload(byte[] file, String name) {
        String token = nsi.token();
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookies(nsi.cookies())
                .accept("text/html")
                .multiPart("file", name, file)
                .multiPart(Visitor.TOKEN, token)
                .post("/anmeldungen/einlesen");
    }

    @Test
    void a_long_list_is_previewed_and_then_registered_line_by_line() {
        long seminar = given.aSeminar().withSeats(150).published();
        List<String> kommunen = given.kommunen(100);
        StringBuilder list = new StringBuilder("Kommune;Termin;Vorname;Nachname;E-Mail;Funktion\r\n");
        IntStream.range(0, 150)
                .forEach(i -> list.append(kommunen.get(i % 100))
                        .append(';')
                        .append(seminar)
                        .append(";Vorname;Nachname")
                        .append(i)
                        .append(";person")
                        .append(i)
                        .append("@liste.example;Bürgerbüro\r\n"));
        list.append("nirgendwo;").append(seminar).append(";A;B;c@d.example;\r\n");
        String address = checkPage(upload(list.toString().getBytes(StandardCharsets.UTF_8), "liste.csv"));
        Response preview = nsi.get(address);
        assertThat(preview.asString()).contains("Jetzt möglich: 150 von 151 Zeilen", "„nirgendwo“ ist keine Kommune");
        assertThat(database.number("select count(*) from registration")).isZero();
        assertThat(nsi.sendForm(preview, address, "zusammen", "ja").statusCode())
                .isEqualTo(409);
        assertThat(database.number("select count(*) from registration")).isZero();
        assertThat(nsi.sendForm(preview, address).statusCode()).isEqualTo(303);
        assertThat(nsi.get(address).asString()).contains("Angemeldet: 150 von 151 Zeilen.");
        assertThat(nsi.sendForm(preview, address).statusCode()).isEqualTo(303);
        assertThat(database.number("select count(*) from registration")).isEqualTo(150);
    }

    @Test
    void a_preview_shows_what_was_read_and_rejected_lines_come_back_to_be_mended() throws IOException {
        long seminar = given.aSeminar().published();
        String list = "Kommune;Termin;Vorname;Nachname;E-Mail;Warteliste\r\nLangenhagen;" + seminar
                + ";Jörg;-Süß;j@liste.example;ja\r\nOsnabrück;" + seminar
                + ";Ada;'t Hooft;a@liste.example;\r\nAhausen;" + seminar + ";Uwe;Beispiel;u@liste.example;\r\n";
        String address = uploaded(list.getBytes(StandardCharsets.UTF_8), "liste.csv");
        Response preview = nsi.get(address);
        assertThat(preview.asString())
                .contains(
                        "Jetzt möglich: 1 von 3 Zeilen",
                        "Jörg -Süß",
                        "Stadt Langenhagen",
                        "29.03.2027 (Nr.\u00a0" + seminar + ")",
                        "500,00",
                        "„Landkreis Osnabrück“, „Stadt Osnabrück“",
                        "Gemeinde Ahausen",
                        "Samtgemeinde Sottrum",
                        "Abgelehnte Zeilen als Excel-Datei");
        Response file = nsi.get(address + "/nachbessern.xlsx");
        assertThat(file.statusCode()).isEqualTo(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).getCellText(8)).isEqualTo("Grund");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("Osnabrück");
            assertThat(rows.get(1).getCellText(3)).isEqualTo("'t Hooft");
            assertThat(rows.get(1).getCellText(8)).contains("kann mehrere meinen");
            assertThat(rows.get(2).getCellText(8)).contains("Samtgemeinde Sottrum");
        }
        assertThat(nsi.sendForm(preview, address).statusCode()).isEqualTo(303);
        assertThat(nsi.get(address).asString()).contains("Angemeldet: 1 von 3 Zeilen");
        assertThat(nsi.get(address + "/nachbessern.xlsx").statusCode()).isEqualTo(404);
        assertThat(nsi.get(uploaded((list + "\r\n").getBytes(StandardCharsets.UTF_8), "liste.csv"))
                        .asString())
                .contains("schon angemeldet", "Jetzt möglich: 0 von 3 Zeilen", "Abgelehnte Zeilen als Excel-Datei")
                .doesNotContain("Verbindlich anmelden");
        assertThat(nsi.get(uploaded(file.asByteArray(), "nachbessern.xlsx")).asString())
                .contains(
                        "Jetzt möglich: 0 von 2 Zeilen",
                        "Gelesen wurde nur das Blatt „nachbessern“, nicht das Blatt Info");
    }

    @Test
    void what_is_mended_keeps_what_stood_beyond_the_columns() throws IOException {
        String list = "Kommune;Termin;Vorname;Nachname;E-Mail\r\nLangenhagen;1;Ada;B;a@liste.example;Baum;Haus\r\n";
        String address = uploaded(list.getBytes(StandardCharsets.UTF_8), "liste.csv");
        byte[] file = nsi.get(address + "/nachbessern.xlsx").asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(8)).isEqualTo("weitere Felder");
            assertThat(rows.get(0).getCellText(9)).isEqualTo("Grund");
            assertThat(rows.get(1).getCellText(8)).isEqualTo("Baum; Haus");
            assertThat(rows.get(1).getCellText(9)).contains("mehr Felder");
        }
    }

    /** Where an upload leads. */
    private String uploaded(byte[] file, String name) {
        Response sent = upload(file, name);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        return sent.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void refuses_what_is_no_list() {
        for (byte[] file : List.of(
                new byte[0], new byte[] {'P', 'K', 3, 4}, "Hallo".getBytes(StandardCharsets.UTF_8), new byte[60_000])) {
            assertThat(upload(file, "x.xlsx").statusCode()).isEqualTo(400);
        }
        Response gone = nsi.send("/anmeldungen/einlesen/liste/unbekannt", "liste", "§§§");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.asString()).contains("Diese Prüfseite gibt es nicht mehr.");
    }

    @Test
    void attendance_is_recorded_in_one_form_and_shown_again() {
        long seminar = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        List<String> people = given.staffOfKommunen(3).stream()
                .map(actor -> given.registered(actor, seminar))
                .toList();
        clock.pass(Duration.ofDays(7));
        nsi = Visitor.signedIn(account);
        Response form = nsi.get("/seminare/" + seminar + "/teilnahme");
        assertThat(form.asString()).doesNotContain(" checked");
        List<String> fields = new ArrayList<>();
        for (String day : database.rows("select day from seminar_day where seminar_id = " + seminar)) {
            fields.addAll(List.of("da." + people.get(0) + "." + day, "on", "da." + people.get(1) + "." + day, "on"));
        }
        assertThat(nsi.sendForm(form, "/seminare/" + seminar + "/teilnahme", fields.toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nsi.get("/seminare/" + seminar + "/teilnahme").asString().split(" checked", -1))
                .hasSize(7);
        assertThat(nsi.get("/seminare/" + seminar + "/abschliessen").asString())
                .contains("Teilgenommen (2)", "Nicht erschienen (1)", "1.000,00");
        String closing = "/seminare/" + seminar + "/abschliessen";
        assertThat(nsi.send(closing).statusCode())
                .as("without what was shown it is shown again")
                .isEqualTo(200);
        assertThat(nsi.sendForm(nsi.get(closing), closing).statusCode()).isEqualTo(303);
        assertThat(given.money()).isEqualTo("20000000 0 100000 0");
    }

    @Test
    void the_interface_does_the_same_and_shows_what_is_owed() {
        long seminar = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        User staff = given.account(Role.KOMMUNE, Given.SOTTRUM);
        String reference = given.registered(staff.asActor(), seminar);
        String leaving = given.registered(staff.asActor(), seminar);
        clock.set(TestClock.START.plusSeconds(3600));
        assertThat(Program.of(staff)
                        .queryParam("expectedDueCents", 0)
                        .post("/api/v1/registrations/" + leaving + "/cancellation")
                        .<String>path("code"))
                .isEqualTo("COST_CHANGED");
        Response cancelled = Program.of(staff).post("/api/v1/registrations/" + leaving + "/cancellation");
        assertThat(cancelled.<Integer>path("dueCents")).isEqualTo(100_000);
        assertThat(cancelled.<String>path("status")).isEqualTo("CANCELLED");
        Response waived = Program.of(account)
                .body(Map.of("dueCents", 0, "reason", "Erkrankt"))
                .post("/api/v1/registrations/" + leaving + "/fee");
        assertThat(waived.<String>path("dueReason")).isEqualTo("Erkrankt");
        clock.pass(Duration.ofDays(7));
        String program = "/api/v1/seminars/" + seminar;
        List<String> days = database.rows("select day from seminar_day where seminar_id = " + seminar);
        assertThat(Program.of(account).post(program + "/closing").<String>path("code"))
                .isEqualTo("ATTENDANCE_MISSING");
        assertThat(Program.of(account)
                        .body(List.of(Map.of("reference", reference, "daysPresent", List.of("2030-01-01"))))
                        .put(program + "/attendance")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Program.of(account)
                        .body(List.of(Map.of("reference", reference, "daysPresent", days.subList(0, 2))))
                        .put(program + "/attendance")
                        .<List<Map<String, Object>>>path("$"))
                .hasSize(1);
        assertThat(Program.of(account).post(program + "/closing").<String>path("status"))
                .isEqualTo("CLOSED");
        assertThat(Program.of(staff).get("/api/v1/registrations/" + reference).<String>path("status"))
                .isEqualTo("ATTENDED");
    }
}
