package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.proof.ProofFixture;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.Role;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that people carry elsewhere: no cell is ever reckoned with by a spreadsheet, no name is spoilt. */
@PortalTest
class ListFilesTest {

    private static final List<String> NAMES = List.of(
            "=1+1", "-Müller", "+49511", "@SUM(A1)", "O'Neill", "<script>alert(1)</script>", "Semi;kolon \"Zitat\"");

    @Inject
    Given given;

    @Inject
    RegisterParticipant register;

    @Inject
    ProofFixture proofs;

    private long seminar;
    private User nsi;

    @BeforeEach
    void peopleWithNamesThatSpreadsheetsTakeForFormulas() {
        nsi = given.account(Role.NSI, null);
        seminar = given.aSeminar().published();
        List<String> kommunen = given.kommunen(NAMES.size());
        for (int i = 0; i < NAMES.size(); i++) {
            register.handle(
                    given.staffOf(kommunen.get(i)),
                    Given.command(
                            given.staffOf(kommunen.get(i)),
                            seminar,
                            ParticipantFixture.aParticipant().named("Anna", NAMES.get(i)),
                            false));
        }
    }

    private Response file(String path) {
        return path.startsWith("/api/")
                ? Program.of(nsi).accept("*/*").get(path)
                : Visitor.signedIn(nsi).get(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/anmeldungen.csv",
                "/api/v1/registrations.csv",
                "/seminare/%s/teilnehmende.csv",
                "/api/v1/seminars/%s/registrations.csv"
            })
    void csv_opens_in_excel_and_has_no_formula(String path) {
        Response file = file(path.replace("%s", String.valueOf(seminar)));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).matches("attachment; filename=\"[a-z]+-2027-02-01\\.csv\"");
        byte[] bytes = file.asByteArray();
        assertThat(bytes).startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        List<String> lines = text.lines().toList();
        assertThat(text).contains("\r\n");
        assertThat(lines).hasSize(NAMES.size() + 1);
        assertThat(lines.get(0)).startsWith("Referenz;Status;Position;Vorname;Nachname;E-Mail;");
        assertThat(text)
                .contains(";'=1+1;")
                .contains(";'-Müller;")
                .contains(";'+49511;")
                .contains(";'@SUM(A1);")
                .contains(";O'Neill;")
                .contains(";<script>alert(1)</script>;")
                .contains(";\"Semi;kolon \"\"Zitat\"\"\";")
                .contains(";500,00;500,00;1000,00;500,00;500,00;");
        assertThat(text).doesNotContainPattern("(^|;|\n)[=+@-]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/anmeldungen.xlsx",
                "/api/v1/registrations.xlsx",
                "/seminare/%s/teilnehmende.xlsx",
                "/api/v1/seminars/%s/registrations.xlsx"
            })
    void xlsx_has_typed_cells_and_the_names_as_they_are(String path) throws IOException {
        Response file = file(path.replace("%s", String.valueOf(seminar)));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            Sheet list = workbook.getFirstSheet();
            List<Row> rows = list.read();
            List<String> columns =
                    rows.get(0).stream().map(cell -> cell.asString()).toList();
            assertThat(rows).hasSize(NAMES.size() + 1);
            assertThat(rows.subList(1, rows.size()).stream()
                            .map(row -> row.getCellAsString(columns.indexOf("Nachname"))
                                    .orElseThrow())
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(NAMES);
            Row first = rows.get(1);
            assertThat(first.getCell(columns.indexOf("Nachname")).getType()).isEqualTo(CellType.STRING);
            assertThat(first.getCell(columns.indexOf("Regionalschlüssel")).getType())
                    .as("leading zeros stay")
                    .isEqualTo(CellType.STRING);
            assertThat(first.getCell(columns.indexOf("Vereinbart: Teilnahmeentgelt"))
                            .getType())
                    .isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsNumber(columns.indexOf("Das Land zahlt"))
                            .orElseThrow()
                            .doubleValue())
                    .isEqualTo(500.0);
            assertThat(first.getCell(columns.indexOf("Erster Tag")).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsDate(columns.indexOf("Erster Tag")).orElseThrow())
                    .isEqualTo(LocalDateTime.of(2027, 3, 29, 0, 0));
            assertThat(first.getCellAsDate(columns.indexOf("Eingegangen"))
                            .orElseThrow()
                            .withNano(0))
                    .as("time in Berlin")
                    .isEqualTo(LocalDateTime.of(2027, 2, 1, 9, 0));
            Sheet info = workbook.findSheet("Info").orElseThrow();
            List<String> facts = info.read().stream()
                    .map(row -> row.getCellText(0) + ": " + row.getCellText(1))
                    .toList();
            assertThat(facts)
                    .anySatisfy(fact -> assertThat(fact).startsWith("Stand: 01.02.2027"))
                    .contains("Zeilen: " + NAMES.size())
                    .contains("Erstellt von: " + nsi.name() + ", NSI");
        }
    }

    @Test
    void a_file_holds_what_the_filter_shows_and_says_so() throws IOException {
        String text = file("/anmeldungen.csv?q=O%27Neill").asString();
        assertThat(text.lines()).hasSize(2);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                file("/anmeldungen.xlsx?status=CONFIRMED&q=Neill").asByteArray()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(2);
            assertThat(workbook.findSheet("Info").orElseThrow().read().stream()
                            .map(row -> row.getCellText(1))
                            .toList())
                    .contains("Status: bestätigt; Suche: Neill");
        }
    }

    @Test
    void personnel_staff_carry_away_their_own_kommune_only() {
        String own = given.kommunen(1).get(0);
        String text = Visitor.signedIn(given.account(Role.KOMMUNE, own))
                .get("/anmeldungen.csv")
                .asString();
        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains(own).doesNotContain("O'Neill");
    }

    @Test
    void the_register_and_the_ledger_come_as_files_too() throws IOException {
        User ministry = given.account(Role.MINISTRY, null);
        Visitor visitor = Visitor.signedIn(ministry);
        assertThat(visitor.get("/kommunen.csv").asString().lines()).hasSize(441);
        for (String path : List.of("/buchungen.csv", "/api/v1/budget/entries.csv")) {
            Response ledger = path.startsWith("/api/")
                    ? Program.of(ministry).accept("*/*").get(path)
                    : visitor.get(path);
            assertThat(ledger.asString().lines()).hasSize(NAMES.size() + 2);
        }
        for (String path : List.of("/buchungen.xlsx", "/kommunen.xlsx")) {
            try (ReadableWorkbook workbook = new ReadableWorkbook(
                    new ByteArrayInputStream(visitor.get(path).asByteArray()))) {
                assertThat(workbook.findSheet("Info")).isPresent();
                assertThat(workbook.getFirstSheet().read()).hasSizeGreaterThan(NAMES.size());
            }
        }
    }

    /** The address without ending, of every list that has a page or JSON beside it. */
    static List<String> pages() {
        List<String> gets = AccessMatrix.routes().stream()
                .filter(row -> row.startsWith("GET "))
                .map(row -> row.split(" ")[1])
                .toList();
        return gets.stream().filter(route -> gets.contains(route + ".{ending}")).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whoever_asks_for_nothing_in_particular_gets_the_page_or_json(String route) {
        User user = AccessMatrix.mayGet(route) == Role.NSI ? nsi : given.account(Role.MINISTRY, null);
        long id = route.contains("/proofs/") ? proofs.readyFor(route) : seminar;
        String path = route.replace("{id}", String.valueOf(id));
        boolean program = path.startsWith("/api/");
        for (String accept : List.of("*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")) {
            Response answer = program
                    ? Program.of(user).accept(accept).get(path)
                    : Visitor.signedIn(user).get(path, accept);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.contentType())
                    .as(path + " asked for " + accept)
                    .startsWith(program ? "application/json" : "text/html");
        }
    }

    /** Other clients of the tests always say what they accept. */
    @ParameterizedTest
    @CsvSource({"/zahlen,text/html", "/api/v1/figures,application/json"})
    void whoever_does_not_say_what_they_accept_gets_the_page_or_json(String path, String type)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hilfe.csv",
                "/seminare.xlsx",
                "/anmeldungen/.csv",
                "/anmeldungen/neu.csv",
                "/einladung/unbekannt.csv",
                "/anmeldungen/einlesen/vorlage.csv",
                "/gibt-es-nicht.csv",
                "/api/v1/seminars.csv",
                "/api/v1/seminars/calendar.ics.csv",
                "/api/v1/budget/waiting.csv",
                "/api/v1/gibt-es-nicht.xlsx"
            })
    void what_is_no_list_has_no_such_address(String path) {
        Response answer = file(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.contentType())
                .startsWith(path.startsWith("/api/") ? "application/problem+json" : "text/html");
    }

    @Test
    void the_proof_of_use_is_too_wide_for_csv() {
        assertThat(file("/verwendungsnachweis.csv").statusCode()).isEqualTo(404);
        assertThat(file("/api/v1/proof-of-use.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_that_is_only_read_says_so_with_its_ending() {
        Response answer = Program.of(nsi).body("{}").put("/api/v1/registrations.csv");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void a_script_in_a_name_is_text_on_every_page_that_shows_it() {
        String ars = given.kommunen(NAMES.size()).get(NAMES.indexOf("<script>alert(1)</script>"));
        User staff = given.account(Role.KOMMUNE, ars);
        String reference = Program.of(staff).get("/api/v1/registrations").path("items[0].reference");
        Visitor ofStaff = Visitor.signedIn(staff);
        for (String path : List.of(
                "/start", "/anmeldungen", "/anmeldungen/" + reference, "/anmeldungen/" + reference + "/stornieren")) {
            assertThat(ofStaff.get(path).asString())
                    .as(path)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert");
        }
        assertThat(Visitor.signedIn(nsi)
                        .get("/seminare/" + seminar + "/teilnehmende")
                        .asString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        long evil = Program.of(nsi)
                .body(Bodies.with(
                        Bodies.with(Bodies.seminar(0), "title", "<script>alert(2)</script>"),
                        "venue",
                        "\"><img src=x onerror=alert(3)>"))
                .post("/api/v1/seminars")
                .jsonPath()
                .getLong("id");
        Program.of(nsi).post("/api/v1/seminars/" + evil + "/publication").then().statusCode(200);
        Visitor ofNsi = Visitor.signedIn(nsi);
        for (String path : List.of(
                "/",
                "/seminare",
                "/seminare/" + evil,
                "/seminare/" + evil + "/bearbeiten",
                "/seminare/" + evil + "/kopieren",
                "/seminare/" + evil + "/teilnehmende",
                "/start",
                "/anmeldungen/neu?seminar=" + evil)) {
            assertThat(ofNsi.get(path).asString())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("\"><img");
        }
    }

    @Test
    void decomposed_umlauts_are_stored_composed_whichever_way_they_come() {
        String decomposed = "Mu\u0308ller";
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Response json = Program.of(staff)
                .body(Bodies.with(Bodies.registration(seminar), "participant.lastName", decomposed))
                .post("/api/v1/registrations");
        assertThat(json.<String>path("participant.lastName")).isEqualTo("Müller");
        Visitor visitor = Visitor.signedIn(staff);
        String check = visitor.send(
                        "/anmeldungen/neu",
                        Bodies.with(Bodies.registrationForm(seminar), "participant.lastName", decomposed))
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        assertThat(visitor.sendForm(visitor.get(check), check).statusCode()).isEqualTo(303);
        assertThat(Program.of(staff).get("/api/v1/registrations").<List<String>>path("items.participant.lastName"))
                .containsExactly("Müller", "Müller");
        assertThat(Program.of(staff)
                        .queryParam("q", decomposed)
                        .get("/api/v1/registrations")
                        .<Integer>path("total"))
                .isEqualTo(2);
        assertThat(Program.anonymous()
                        .queryParam("q", "Go\u0308ttingen")
                        .get("/api/v1/kommunen")
                        .<Integer>path("total"))
                .isGreaterThan(1);
    }
}
