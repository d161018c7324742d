package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the Ministry sees on the screen can be carried away as it stands there, and says when it was so. */
@PortalTest
class MinistryFilesTest {

    private static final Pattern STAND =
            Pattern.compile("Stand[^:<]*: (<[^>]*>)*\\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d");

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    ClaimFixture claims;

    private User ministry;
    private long seminar;

    /** Of two who register one finds money; a claim was sent back. */
    @BeforeEach
    void somebodyWaitsForMoney() {
        ministry = given.account(Role.MINISTRY, null);
        claims.readyFor("/mittelabrufe/{id}");
        Program.of(ministry)
                .body(Map.of("amountCents", -19_900_000, "reason", "Haushaltssperre"))
                .post("/api/v1/budget/adjustments")
                .then()
                .statusCode(200);
        seminar = given.aSeminar().published();
        given.kommunen(2).forEach(ars -> given.registeredOrWaiting(given.staffOf(ars), seminar));
    }

    private Response file(String path) {
        Response file = path.startsWith("/api/")
                ? Program.of(ministry).accept("*/*").get(path)
                : Visitor.signedIn(ministry).get(path);
        assertThat(file.statusCode()).as(path + " " + file.asString()).isEqualTo(200);
        return file;
    }

    private List<Row> rows(String path) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file(path).asByteArray()))) {
            assertThat(workbook.findSheet("Info").orElseThrow().read().stream()
                            .map(row -> row.getCellText(0) + " " + row.getCellText(1))
                            .toList())
                    .as(path)
                    .anyMatch(fact -> fact.matches("Stand \\d\\d\\.\\d\\d\\.\\d{4}.*"));
            return workbook.getFirstSheet().read();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/budget,/budget,foerdermittel-2027-2028",
        "/prognose,/prognose,prognose-2027-2028",
        "/zeitraeume,/zeitraeume,foerderzeitraeume",
        "/mittelabrufe,/mittelabrufe,mittelabrufe-2027-2028"
    })
    void a_page_leads_to_its_files(String page, String file, String name) {
        String html = file(page).asString();
        for (String ending : List.of("csv", "xlsx")) {
            assertThat(html).contains("href=\"" + file + "." + ending + "\"");
            assertThat(file(file + "." + ending).header("Content-Disposition"))
                    .as("a CSV file carries its day: it has no sheet that says it")
                    .matches("attachment; filename=\"" + name + (ending.equals("csv") ? "-2027-\\d\\d-\\d\\d" : "")
                            + "\\." + ending + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/budget",
                "/budget/anpassen",
                "/buchungen",
                "/prognose",
                "/zeitraeume",
                "/zeitraeume/1/uebertragen",
                "/einstellungen/erste-personen",
                "/abdeckung",
                "/abdeckung/kommunen",
                "/mittelabrufe",
                "/mittelabrufe/1",
                "/verwendungsnachweis",
                "/protokoll",
                "/protokoll/pruefung",
                "/kommunen"
            })
    void every_page_with_figures_says_for_when_they_hold(String page) {
        assertThat(file(page).asString()).as(page).containsPattern(STAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/budget.csv", "/api/v1/budget.csv"})
    void the_figures_of_the_budget_and_who_waits_for_money(String path) {
        String text = file(path).asString();
        assertThat(text)
                .contains("Zugewiesen;;;;1000,00\r\n")
                .contains("Festgestellt;;;;500,00\r\n")
                .contains("Gebunden;;;;500,00\r\n")
                .contains("Verfügbar;;;;0,00\r\n")
                .contains("Geförderte Anmeldungen;;;2;1000,00\r\n")
                .contains("Warten auf Fördermittel;;;1;500,00\r\n")
                .containsPattern("Warten auf Fördermittel, davon;\\d\\d\\.\\d\\d\\.2027;[^;]+;1;500,00\r\n");
    }

    @Test
    void the_figures_of_a_past_day() {
        LocalDate today = clock.today();
        clock.pass(Duration.ofDays(2));
        Program.of(ministry)
                .body(Map.of("amountCents", 50_000, "reason", "Nachtrag"))
                .post("/api/v1/budget/adjustments")
                .then()
                .statusCode(200);
        assertThat(file("/budget.csv").asString())
                .contains("Zugewiesen;;;;1500,00")
                .contains("Warten auf Fördermittel;;;0;0,00")
                .doesNotContain("davon");
        assertThat(file("/budget.csv?stand=" + today).asString())
                .contains("Zugewiesen;;;;1000,00")
                .contains("Warten auf Fördermittel;;;1;500,00")
                .contains("davon");
        assertThat(file("/budget?stand=" + today).asString()).contains("href=\"/budget.csv?stand=" + today + "\"");
        assertThat(Program.of(ministry)
                        .get("/api/v1/budget/waiting?asOf=" + today)
                        .<List<Integer>>path("subsidyCents"))
                .containsExactly(50_000);
        assertThat(Program.of(ministry).get("/api/v1/budget/waiting").<List<Object>>path(""))
                .isEmpty();
    }

    @Test
    void who_waits_for_money_has_the_names_of_the_interface() {
        Map<String, Object> line =
                Program.of(ministry).get("/api/v1/budget/waiting").path("[0]");
        assertThat(line)
                .containsOnlyKeys("seminarId", "firstDay", "venue", "registrations", "subsidyCents")
                .containsEntry("seminarId", String.valueOf(seminar))
                .containsEntry("registrations", 1)
                .containsEntry("subsidyCents", 50_000);
    }

    @Test
    void the_forecast_with_its_assumptions() throws IOException {
        List<Row> rows = rows("/prognose.xlsx");
        assertThat(rows.get(0).getCellText(0)).isEqualTo("Angabe");
        assertThat(rows.stream().map(row -> row.getCellText(0)).distinct().toList())
                .containsExactly(
                        "Angabe",
                        "Ergebnis",
                        "Erwartet",
                        "Mehr Anmeldungen, alle kommen",
                        "Weniger Anmeldungen, mehr bleiben weg",
                        "Annahme");
        assertThat(rows.get(1).getCellText(3)).startsWith("Die Fördermittel sind erschöpft");
        assertThat(rows.get(2).getCellAsDate(1).orElseThrow())
                .isEqualTo(clock.today().atStartOfDay());
        assertThat(rows.get(2).getCell(2).getType()).isEqualTo(CellType.NUMBER);
        assertThat(file("/api/v1/reports/forecast.csv")
                        .asString()
                        .lines()
                        .filter(line -> line.startsWith("Annahme;;;"))
                        .count())
                .isEqualTo(rows.size() - 5L);
    }

    @Test
    void the_periods_with_their_money() throws IOException {
        Row period = rows("/zeitraeume.xlsx").get(1);
        assertThat(period.getCellAsDate(1).orElseThrow()).isEqualTo(LocalDateTime.of(2027, 1, 1, 0, 0));
        assertThat(period.getCellText(3)).isEqualTo("läuft");
        assertThat(period.getCell(4).getType()).isEqualTo(CellType.NUMBER);
        assertThat(file("/api/v1/periods.csv").asString()).contains(";läuft;1000,00;500,00;500,00;0,00\r\n");
    }

    @Test
    void the_claims_and_none_that_the_ministry_does_not_see() throws IOException {
        assertThat(rows("/mittelabrufe.xlsx").get(1).getCellText(0)).isEqualTo("2027-001");
        assertThat(file("/api/v1/claims.csv").asString())
                .containsPattern("\r\n2027-001;[^;]+;zurückgegeben;500,00;200000,00;0,00;");
        User nsi = given.account(Role.NSI, null);
        Program.of(ministry)
                .body(Map.of("amountCents", 100_000, "reason", "Nachtrag"))
                .post("/api/v1/budget/adjustments")
                .then()
                .statusCode(200);
        claims.draft();
        assertThat(Visitor.signedIn(nsi).get("/mittelabrufe.csv").asString().lines())
                .hasSize(3);
        assertThat(file("/mittelabrufe.csv").asString().lines()).hasSize(2);
    }
}
