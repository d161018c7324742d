package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Ministry sees of days to come: under the terms in force, and under others, which changes nothing. */
@PortalTest
class WhatIfTest {

    private static final String ADDRESS = "/api/v1/budget/whatif";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    private User ministry;

    /** Twelve of twelve Kommunen in six weeks, in a seminar of 40. */
    @BeforeEach
    void sixWeeks() {
        ministry = given.account(Role.MINISTRY, null);
        long seminar = given.aSeminar()
                .withSeats(40)
                .beginningOn(clock.today().plusDays(300))
                .published();
        for (Actor staff : given.staffOfKommunen(12)) {
            given.registered(staff, seminar);
            clock.pass(Duration.ofHours(84));
        }
    }

    private Response asked(String query) {
        Response answer = Program.of(ministry).get(ADDRESS + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    @Test
    void says_how_it_is_when_nothing_is_asked() {
        Response answer = asked("");
        assertThat(answer.<Map<String, Object>>path("now")).isEqualTo(answer.path("then"));
        assertThat(answer.<Integer>path("placesPayable")).isEqualTo(388);
        assertThat(answer.<Integer>path("now.freePlaces")).isEqualTo(2 * 440 - 12);
        assertThat(answer.<Integer>path("now.openSeats")).isEqualTo(28);
        assertThat(answer.<String>path("now.limit")).isEqualTo("DATES");
        assertThat(answer.<String>path("now.outcome")).isEqualTo("WILL_LAST");
        assertThat(answer.<Integer>path("now.remainderCents")).isEqualTo(360 * 50_000);
        assertThat(answer.<Integer>path("now.steady.remainderCents")).isLessThan(360 * 50_000);
        assertThat(answer.<String>path("now.sentence"))
                .contains("Übrig bleiben voraussichtlich rund 180.000\u00a0€.")
                .contains("Was begrenzt, sind die geplanten Termine: 28 Plätze sind noch frei")
                .contains("Melden sich bis zum Ende des Zeitraums weiter so viele Menschen an");
        assertThat(Visitor.signedIn(ministry).get("/prognose").asString())
                .contains("rund 180.000\u00a0€.</span>")
                .contains("<p class=\"kern-body\">Wahrscheinlich sind es zwischen ");
    }

    @Test
    void reckons_with_another_rate_other_places_and_other_money() {
        Response rate = asked("?ratePercent=40");
        assertThat(rate.<Integer>path("then.subsidyCents")).isEqualTo(40_000);
        assertThat(rate.<Integer>path("placesPayable")).isEqualTo(485);
        assertThat(asked("?ratePercent=33.33").<Integer>path("then.subsidyCents"))
                .isEqualTo(33_330);
        assertThat(asked("?ratePercent=0").<Integer>path("placesPayable"))
                .as("a place that costs nothing")
                .isNull();
        assertThat(asked("?placesPerKommune=1").<Integer>path("then.freePlaces"))
                .isEqualTo(440 - 12);
        assertThat(asked("?placesPerKommune=3").<Integer>path("then.freePlaces"))
                .isEqualTo(3 * 440 - 12);
        assertThat(asked("?addCents=50000").<Integer>path("placesPayable")).isEqualTo(389);
        Response little = asked("?addCents=-18900000");
        assertThat(little.<Integer>path("placesPayable")).isEqualTo(10);
        assertThat(little.<String>path("then.limit")).isEqualTo("MONEY");
        assertThat(little.<String>path("expectedExhaustion"))
                .isEqualTo(little.path("then.expectedExhaustion"))
                .isNotNull();
        assertThat(asked("?firstPersonsUntil=" + clock.today().plusDays(30)).<String>path("then.firstPersonsUntil"))
                .isEqualTo(clock.today().plusDays(30).toString());
    }

    @Test
    void money_that_is_added_goes_to_those_who_wait_first() {
        lower(19_400_000);
        long seminar = given.aSeminar().published();
        List<String> kommunen = given.kommunen(15).subList(12, 15);
        kommunen.forEach(ars -> given.registeredOrWaiting(given.staffOf(ars), seminar));
        assertThat(asked("").<String>path("now.outcome")).isEqualTo("EXHAUSTED");
        Response more = asked("?addCents=250000");
        assertThat(more.<Integer>path("then.availableCents")).isEqualTo(2 * 50_000);
        assertThat(more.<Integer>path("placesPayable")).isEqualTo(2);
        assertThat(more.<String>path("then.outcome")).isEqualTo("WILL_RUN_OUT");
    }

    private void lower(long cents) {
        Program.of(ministry)
                .body(Map.of("amountCents", -cents, "reason", "Haushaltssperre"))
                .post("/api/v1/budget/adjustments")
                .then()
                .statusCode(200);
    }

    @Test
    void the_forecast_takes_the_rate_that_holds_for_new_registrations() {
        Map<String, Object> programme = Bodies.programme();
        Program.of(ministry)
                .body(Bodies.with(programme, "subsidyRateBasisPoints", 4000))
                .put("/api/v1/programme")
                .then()
                .statusCode(200);
        Response forecast = Program.of(ministry).get("/api/v1/reports/forecast");
        assertThat(forecast.<Integer>path("subsidyCents")).isEqualTo(40_000);
        assertThat(forecast.<Float>path("ratePercent")).isEqualTo(40f);
        assertThat(forecast.<List<String>>path("assumptions"))
                .anyMatch(line -> line.startsWith(
                        "Ein Platz kostet das Land im Durchschnitt 400,00\u00a0€: 40\u00a0% eines Teilnahmeentgelts"
                                + " von 1.000,00\u00a0€."));
    }

    @ParameterizedTest
    @CsvSource({
        "ratePercent=101,ratePercent",
        "ratePercent=-1,ratePercent",
        "ratePercent=viel,ratePercent",
        "placesPerKommune=0,placesPerKommune",
        "placesPerKommune=5,placesPerKommune",
        "addCents=-19400001,addCents",
        "addCents=100000000001,addCents",
        "firstPersonsUntil=2029-01-01,firstPersonsUntil",
        "firstPersonsUntil=2026-01-01,firstPersonsUntil"
    })
    void refuses_terms_that_could_not_be_set(String query, String field) {
        Response answer = Program.of(ministry).get(ADDRESS + "?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("violations[0].field")).isEqualTo(field);
        assertThat(answer.<String>path("violations[0].message")).isNotBlank();
    }

    @Test
    void changes_nothing() {
        Visitor visitor = Visitor.signedIn(ministry);
        String token = Program.token(ministry);
        visitor.get("/prognose");
        Program.withToken(token).get(ADDRESS);
        Map<String, List<String>> before = database.content();
        String assumed =
                "?satz=40&plaetze=3&mehr=50.000&vorrang=" + clock.today().plusDays(9);
        assertThat(visitor.get("/prognose/was-waere-wenn" + assumed).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/prognose/was-waere-wenn.csv" + assumed).statusCode())
                .isEqualTo(200);
        Program.withToken(token)
                .get(ADDRESS + "?ratePercent=40&placesPerKommune=4&addCents=5000000&firstPersonsUntil="
                        + clock.today().plusDays(9))
                .then()
                .statusCode(200);
        assertThat(database.content()).isEqualTo(before);
        assertThat(asked("").<Integer>path("now.placesPayable")).isEqualTo(388);
    }

    @Test
    void the_page_shows_both_side_by_side_and_keeps_what_was_typed() {
        Visitor visitor = Visitor.signedIn(ministry);
        assertThat(visitor.get("/prognose").asString()).contains("href=\"/prognose/was-waere-wenn\"");
        assertThat(visitor.get("/prognose/was-waere-wenn").asString())
                .contains("Wie es heute aussieht")
                .contains("value=\"50\u00a0%\"")
                .doesNotContain("data-label=\"Mit diesen Annahmen\"");
        String page =
                visitor.get("/prognose/was-waere-wenn?satz=40+%25&mehr=1.000").asString();
        assertThat(page)
                .contains("value=\"40 %\"")
                .contains("<td class=\"kern-table__cell kern-table__cell--numeric\" data-label=\"Heute\">388</td>")
                .contains("data-label=\"Mit diesen Annahmen\"><strong>487</strong></td>")
                .contains("href=\"/prognose/was-waere-wenn.xlsx?satz=40+%25&amp;mehr=1.000\"");
        assertThat(visitor.get("/prognose/was-waere-wenn.csv?satz=40").asString())
                .contains("Noch bezahlbare Plätze;388;485\r\n");
        String wrong =
                visitor.get("/prognose/was-waere-wenn?satz=101&plaetze=x").asString();
        assertThat(wrong)
                .contains("<title>Fehler: ")
                .contains("value=\"101\"")
                .contains("Bitte geben Sie die Zahl der Förderplätze als ganze Zahl an");
        assertThat(visitor.get("/prognose/was-waere-wenn?satz=101").asString()).contains("href=\"#satz\"");
        assertThat(visitor.get("/prognose/was-waere-wenn?mehr=%3Cscript%3E").asString())
                .doesNotContain("<script>\"")
                .contains("&lt;script&gt;");
    }

    @Test
    void the_course_shows_the_forecast_and_its_range_to_the_ministry_only() {
        assertThat(Visitor.signedIn(ministry).get("/budget").asString())
                .contains("class=\"chart__range\"")
                .contains("class=\"chart__forecast\"")
                .contains("class=\"chart__further\"")
                .contains("Prognose mit den geplanten Terminen bis zum 31.12.2028: dann sind rund 20.000");
        assertThat(Visitor.signedIn(given.account(Role.NSI, null))
                        .get("/budget")
                        .asString())
                .doesNotContain("chart__forecast");
        assertThat(Visitor.signedIn(ministry)
                        .get("/budget?stand=" + clock.today().minusDays(3))
                        .asString())
                .doesNotContain("chart__forecast");
    }

    @Test
    void shares_add_up_everywhere() throws IOException {
        lower(19_400_000 - 700);
        Response budget = Program.of(ministry).get("/api/v1/budget");
        Map<String, Integer> shares = budget.path("shares");
        assertThat(shares).containsOnlyKeys("reserved", "spent", "available").containsEntry("spent", 0);
        assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000);
        assertThat(Visitor.signedIn(ministry).get("/budget").asString())
                .contains("Festgestellt 0,0 Prozent, gebunden 99,9 Prozent, verfügbar 0,1 Prozent.");
        lower(700);
        assertThat(Visitor.signedIn(ministry).get("/budget").asString())
                .as("nothing is nothing")
                .contains("gebunden 100,0 Prozent, verfügbar 0,0 Prozent.");
        byte[] file = Visitor.signedIn(ministry).get("/abdeckung.xlsx").asByteArray();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            Row row = workbook.getFirstSheet().read().stream()
                    .filter(line -> line.getCellText(2).equals("Region Hannover"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getCell(6).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(6).getDataFormatString()).isEqualTo("0.0");
            assertThat(row.getCell(6).asNumber().scale()).isLessThanOrEqualTo(1);
        }
        assertThat(Visitor.signedIn(ministry).get("/abdeckung.csv").asString())
                .containsPattern("Region Hannover;22;\\d+;\\d+;\\d+,\\d;");
    }
}
