package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everybody can find out without an account. */
@PortalTest
class VisitorPagesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 7);

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    private static Response get(String path) {
        return RestAssured.given().header("Accept", "text/html").get(path);
    }

    private static String text(String path) {
        return get(path)
                .asString()
                .replaceAll("<[^>]+>", " ")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    @Test
    void says_in_figures_what_it_costs_and_what_it_is_about() {
        given.aSeminar().published();
        assertThat(text("/"))
                .contains("Teilnahmeentgelt je Person 1.000,00 €")
                .contains("davon zahlt das Land 500,00 €")
                .contains("Eigenanteil der Kommune 500,00 €")
                .contains("Für wen")
                .contains("Was man lernt")
                .contains("Und danach");
        given.aSeminar().fee(80_000).published();
        assertThat(text("/")).contains("Teilnahmeentgelt je Person ab 800,00 €").contains("verschieden viel");
    }

    @Test
    void answers_that_a_kommune_can_take_part() {
        assertThat(text("/?kommune=Langenhagen")).contains("Stadt Langenhagen kann teilnehmen");
    }

    @Test
    void finds_dates_between_two_days_and_near_a_postcode() {
        given.aSeminar().at("NSI, 30169 Hannover").beginningOn(DAY).published();
        given.aSeminar().at("Kreishaus Aurich").beginningOn(DAY.plusDays(30)).published();
        assertThat(text("/seminare?von=2027-06-01&bis=2027-06-20"))
                .contains("1 Termin ")
                .contains("Hannover");
        assertThat(text("/seminare?plz=30159"))
                .contains("2 Termine")
                .contains("in Ihrem Landkreis")
                .contains("km entfernt");
        assertThat(text("/seminare?plz=30159&km=50")).contains("1 Termin ").doesNotContain("Kreishaus Aurich");
        assertThat(text("/seminare?plz=26603&km=50")).contains("1 Termin ").contains("Kreishaus Aurich");
    }

    @ParameterizedTest
    @CsvSource({
        "plz=80331,400,Das ist keine Postleitzahl in Niedersachsen.",
        "plz=abc,400,Das ist keine Postleitzahl in Niedersachsen.",
        "plz=30159&km=0,400,Bitte geben Sie als Entfernung eine Zahl",
        "plz=30159&km=abc,400,km",
        "plz=30159&km=99999999999,400,km",
        "von=gestern,400,von",
        "bis=2027-02-30,400,bis",
        "plz=,200,Termine",
        "von=&bis=,200,Termine"
    })
    void says_what_is_wrong_with_a_filter(String query, int status, String sentence) {
        assertThat(get("/seminare?" + query).statusCode()).isEqualTo(status);
        assertThat(text("/seminare?" + query)).contains(sentence);
    }

    @Test
    void names_days_that_do_not_follow_each_other() throws SQLException {
        long seminar = given.aSeminar().beginningOn(DAY).published();
        assertThat(text("/seminare/" + seminar)).contains("Mo., 07.06. bis Mi., 09.06.2027");
        database.writePastTheProgram("update seminar_day set day = '2027-06-14' where day = '2027-06-09'");
        database.writePastTheProgram("update seminar set last_day = '2027-06-14' where id = ?", seminar);
        assertThat(text("/seminare/" + seminar)).contains("Mo., 07.06., Di., 08.06. und Mo., 14.06.2027");
    }

    @Test
    void says_whom_to_ask_after_the_deadline() {
        long seminar =
                given.aSeminar().closesAt(TestClock.START.plusSeconds(3600)).published();
        assertThat(get("/seminare/" + seminar).asString()).doesNotContain("/hilfe#kontakt");
        clock.pass(Duration.ofHours(2));
        assertThat(get("/seminare/" + seminar).asString()).contains("/hilfe#kontakt");
        assertThat(get("/hilfe").asString()).contains("id=\"kontakt\"");
    }

    @Test
    void tells_how_to_subscribe() {
        String page = get("/seminare/kalender").asString();
        assertThat(page).containsPattern("href=\"webcal://[^\"]+/api/v1/seminars/calendar\\.ics\"");
        assertThat(page)
                .containsPattern("value=\"http://[^\"]+/api/v1/seminars/calendar\\.ics\"")
                .contains("Outlook");
    }

    @Test
    void has_the_parts_that_the_law_asks_for() {
        assertThat(text("/barrierefreiheit"))
                .contains("vereinbar")
                .contains("Wann und wie diese Erklärung erstellt wurde")
                .contains("Barriere melden")
                .contains("Schlichtungsstelle nach § 9d NBGG");
        assertThat(text("/impressum")).contains("Registereintrag").contains("Verantwortlich für den Inhalt");
        assertThat(text("/datenschutz")).contains("Artikel 28").contains("Landesbeauftragte für den Datenschutz");
        assertThat(text("/einloggen")).contains("Noch kein Zugang?");
    }
}
