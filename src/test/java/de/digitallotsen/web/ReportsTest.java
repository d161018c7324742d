package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Ministry and the public read: numbers that add up, files, and no name of a participant anywhere. */
@PortalTest
class ReportsTest {

    private static final String FIRST_NAME = "Wolpertinger";
    private static final String LAST_NAME = "Nachname-Geheim";
    private static final String EMAIL = "streng.vertraulich@kommune.example";

    @Inject
    Given given;

    @Inject
    CompletedSeminars held;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RegisterParticipant register;

    @Inject
    CancelRegistration cancel;

    @Inject
    ReasonsWithNames reasons;

    private User ministry;
    private long seminar;
    private String came;
    private String away;

    /**
     * Somebody attended, somebody did not come, one cancelled, one is confirmed; the one with the name is the confirmed
     * one.
     */
    @BeforeEach
    void things_have_happened() {
        ministry = given.account(Role.MINISTRY, null);
        List<Actor> staff = given.staffOfKommunen(4);
        long past = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        came = named(staff.get(0), past, "eins@kommune.example");
        away = named(staff.get(1), past, "zwei@kommune.example");
        clock.pass(Duration.ofDays(7));
        held.closed(given.nsi(), past, java.util.Set.of(came));
        seminar = given.aSeminar().published();
        cancel.handle(staff.get(2), named(staff.get(2), seminar, "drei@kommune.example"));
        named(staff.get(3), seminar, EMAIL);
    }

    private String named(Actor actor, long seminarId, String email) {
        return register.handle(
                actor,
                Given.command(
                        actor,
                        seminarId,
                        ParticipantFixture.aParticipant()
                                .named(FIRST_NAME, LAST_NAME)
                                .withEmail(email),
                        false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start",
                "/budget",
                "/budget?stand=2027-02-05",
                "/buchungen",
                "/prognose",
                "/prognose/was-waere-wenn?satz=40",
                "/mittelabrufe",
                "/mittelabrufe/{claim}",
                "/verwendungsnachweis",
                "/zeitraeume",
                "/einstellungen",
                "/einstellungen/erste-personen",
                "/abdeckung",
                "/abdeckung/kommunen?dabei=alle",
                "/protokoll",
                "/protokoll/pruefung",
                "/kommunen",
                "/seminare",
                "/seminare/{id}",
                "/zahlen",
                "/buchungen.csv",
                "/budget.csv",
                "/prognose.csv",
                "/prognose/was-waere-wenn.csv?satz=40",
                "/mittelabrufe.csv",
                "/mittelabrufe/{claim}/mittelabruf.csv",
                "/zeitraeume.csv",
                "/budget/verlauf.csv",
                "/abdeckung.csv",
                "/abdeckung/kommunen.csv?dabei=alle",
                "/protokoll.csv",
                "/kommunen.csv",
                "/zahlen.csv",
                "/buchungen.xlsx",
                "/budget.xlsx",
                "/prognose/was-waere-wenn.xlsx?satz=40",
                "/prognose.xlsx",
                "/mittelabrufe.xlsx",
                "/mittelabrufe/{claim}/mittelabruf.xlsx",
                "/zeitraeume.xlsx",
                "/verwendungsnachweis.xlsx",
                "/budget/verlauf.xlsx",
                "/abdeckung.xlsx",
                "/abdeckung/kommunen.xlsx?dabei=alle",
                "/protokoll.xlsx",
                "/kommunen.xlsx",
                "/zahlen.xlsx",
                "/api/v1/budget",
                "/api/v1/budget/course",
                "/api/v1/budget/whatif?ratePercent=40",
                "/api/v1/budget/entries",
                "/api/v1/budget/audit",
                "/api/v1/budget/waiting",
                "/api/v1/budget/entries.csv",
                "/api/v1/claims",
                "/api/v1/claims/{claim}",
                "/api/v1/claims.csv",
                "/api/v1/proof-of-use",
                "/api/v1/periods",
                "/api/v1/reports/forecast",
                "/api/v1/reports/coverage",
                "/api/v1/reports/coverage/kommunen?takesPart=true",
                "/api/v1/reports/coverage.csv",
                "/api/v1/audit",
                "/api/v1/audit/chain",
                "/api/v1/audit.csv",
                "/api/v1/figures",
                "/api/v1/figures.csv",
                "/api/v1/seminars",
                "/api/v1/seminars/{id}",
                "/api/v1/kommunen"
            })
    void no_name_of_a_participant_reaches_the_ministry(String route) throws IOException {
        long claim = reasons.given(came, away, FIRST_NAME + " " + LAST_NAME + " war krank");
        String path = route.replace("{id}", String.valueOf(seminar)).replace("{claim}", String.valueOf(claim));
        Response answer = path.startsWith("/api/")
                ? Program.of(ministry).accept("*/*").get(path)
                : followed(Visitor.signedIn(ministry), path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        String text = path.contains(".xlsx") ? cells(answer.asByteArray()) : answer.asString();
        assertThat(text)
                .as(path)
                .isNotBlank()
                .doesNotContain(FIRST_NAME)
                .doesNotContain(LAST_NAME)
                .doesNotContain("@kommune.example");
    }

    @Test
    void reasons_of_the_nsi_about_one_person_stay_with_the_nsi() {
        reasons.given(came, away, "Wegen " + LAST_NAME);
        Visitor visitor = Visitor.signedIn(ministry);
        assertThat(visitor.get("/protokoll?vorgang=registration.corrected").asString())
                .contains("2 Einträge")
                .contains("Begründung: Begründung beim NSI")
                .contains("Status: teilgenommen → nicht erschienen");
        assertThat(visitor.get("/buchungen?art=CORRECTION").asString())
                .contains("2 Buchungen")
                .contains(", Begründung beim NSI");
        assertThat(Visitor.signedIn(given.account(Role.NSI, null))
                        .get("/protokoll?vorgang=registration.fee_changed")
                        .asString())
                .contains("Wegen " + LAST_NAME);
        Program.of(ministry)
                .body(Map.of("amountCents", 100, "reason", "Erlass vom 8.2.2027"))
                .post("/api/v1/budget/adjustments")
                .then()
                .statusCode(200);
        assertThat(visitor.get("/buchungen?art=ADJUSTMENT").asString())
                .as("of the Ministry itself")
                .contains("Erlass vom 8.2.2027");
        assertThat(visitor.get("/protokoll?gegenstand=budget").asString()).contains("Erlass vom 8.2.2027");
        long called = given.aSeminar().published();
        Program.of(given.account(Role.NSI, null))
                .body(Map.of("reason", "Der Raum ist gesperrt."))
                .post("/api/v1/seminars/" + called + "/cancellation")
                .then()
                .statusCode(200);
        assertThat(visitor.get("/protokoll?vorgang=seminar.cancelled").asString())
                .as("everybody may read it")
                .contains("Der Raum ist gesperrt.");
    }

    private static Response followed(Visitor visitor, String path) {
        Response answer = visitor.get(path);
        return answer.statusCode() == 303
                ? visitor.get(java.net.URI.create(answer.header("Location")).getPath())
                : answer;
    }

    private static String cells(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.forEach(cell ->
                            text.append(cell == null ? "" : cell.getText()).append('\n'));
                }
            }
        }
        return text.toString();
    }

    @Test
    void registrations_and_lists_of_participants_stay_closed_to_the_ministry() {
        String reference = Program.of(given.account(Role.NSI, null))
                .get("/api/v1/registrations")
                .path("items[0].reference");
        for (String path : List.of(
                "/api/v1/registrations",
                "/api/v1/registrations/" + reference,
                "/api/v1/registrations.csv",
                "/api/v1/seminars/" + seminar + "/registrations",
                "/api/v1/seminars/" + seminar + "/registrations.csv")) {
            assertThat(Program.of(ministry).accept("*/*").get(path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/budget", "/budget?stand=2027-02-05"})
    void every_number_leads_to_the_lines_that_add_up_to_it(String page) {
        Visitor visitor = Visitor.signedIn(ministry);
        String html = visitor.get(page).asString();
        Matcher figure = Pattern.compile("<p class=\"figure[^\"]*\"><span class=\"kern-body\">(\\S+)</span> <span"
                        + " class=\"figure__number\"><a class=\"kern-link\" href=\"([^\"]+)\">([^<]+)</a>")
                .matcher(html);
        List<String> seen = new ArrayList<>();
        while (figure.find()) {
            seen.add(figure.group(1));
            String ledger = visitor.get(figure.group(2).replace("&amp;", "&")).asString();
            if (!"verfügbar".equals(figure.group(1))) {
                assertThat(ledger)
                        .as(figure.group())
                        .contains(
                                figure.group(3).equals("0,00\u00a0€")
                                                && figure.group(2).startsWith("/buchungen")
                                        ? "Dazu gibt es keine Buchung."
                                        : figure.group(1) + " " + figure.group(3));
            }
        }
        assertThat(seen).startsWith("zugewiesen", "festgestellt", "gebunden", "verfügbar");
        assertThat(seen.subList(4, seen.size()))
                .isEqualTo(page.contains("stand=") ? List.of() : List.of("abgerufen", "gezahlt"));
        assertThat(visitor.get("/buchungen?summe=SPENT").asString())
                .contains("1 Buchung.")
                .contains("festgestellt 500,00");
    }

    @Test
    void the_nsi_reads_the_figures_without_a_way_into_the_ledger() {
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        assertThat(nsi.get("/budget").asString())
                .contains("verfügbar")
                .doesNotContain("/buchungen")
                .doesNotContain("/prognose")
                .doesNotContain("/budget/anpassen");
    }

    @Test
    void a_day_to_come_is_refused_and_the_last_day_before_everything_is_empty() {
        assertThat(Program.of(ministry).get("/api/v1/budget?asOf=2027-02-09").statusCode())
                .isEqualTo(400);
        assertThat(Program.of(ministry).get("/api/v1/budget?asOf=2027-02-09").<String>path("violations[0].message"))
                .isEqualTo("Der 09.02.2027 liegt in der Zukunft. Einen Stand gibt es nur für heute und für"
                        + " vergangene Tage.");
        assertThat(Program.of(ministry).get("/api/v1/budget?asOf=2027-02-08").<Integer>path("spentCents"))
                .isEqualTo(50_000);
        assertThat(Program.of(ministry).get("/api/v1/budget?asOf=2027-01-31").<Map<String, Object>>path(""))
                .containsEntry("allocatedCents", 0)
                .containsEntry("availableCents", 0)
                .containsEntry("fundedRegistrations", 0);
        assertThat(Visitor.signedIn(ministry).get("/budget?stand=2027-02-09").asString())
                .contains("liegt in der Zukunft")
                .contains("Stand: 08.02.2027");
        assertThat(Program.of(ministry).get("/api/v1/budget/course").<List<String>>path("day"))
                .containsExactly("2027-02-01", "2027-02-08");
    }

    @Test
    void the_forecast_says_too_few_data() {
        Response forecast = Program.of(ministry).get("/api/v1/reports/forecast");
        assertThat(forecast.<String>path("outcome")).isEqualTo("TOO_FEW_DATA");
        assertThat(forecast.<String>path("expectedExhaustion")).isNull();
        assertThat(forecast.<Object>path("remainderCents")).isNull();
        assertThat(forecast.<String>path("sentence")).startsWith("Zu wenig Daten");
        assertThat(Visitor.signedIn(ministry).get("/prognose").asString())
                .contains("Zu wenig Daten")
                .doesNotContain("Mittel erschöpft");
    }

    @Test
    void coverage_counts_the_440_and_comes_as_a_file() {
        Response coverage = Program.of(ministry).get("/api/v1/reports/coverage");
        assertThat(coverage.<Integer>path("eligible")).isEqualTo(440);
        assertThat(coverage.<Integer>path("takingPart"))
                .as("attended and confirmed, not cancelled, not the no-show")
                .isEqualTo(2);
        assertThat(coverage.<Integer>path("persons")).isEqualTo(2);
        assertThat(coverage.<List<Object>>path("byLandkreis")).hasSize(45);
        assertThat(coverage.<List<Integer>>path("byLandkreis.eligible").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(440);
        assertThat(Program.of(ministry)
                        .get("/api/v1/reports/coverage/kommunen?takesPart=false&size=1")
                        .<Integer>path("total"))
                .isEqualTo(438);
        assertThat(Program.of(ministry)
                        .accept("*/*")
                        .get("/api/v1/reports/coverage.csv")
                        .asString()
                        .lines())
                .hasSize(1 + 45 + 5 + 6);
        Visitor visitor = Visitor.signedIn(ministry);
        String page = visitor.get("/abdeckung").asString();
        assertThat(page.split("class=\"map__area map__area--", -1))
                .as("45 regions and 5 of the legend")
                .hasSize(51);
        assertThat(page.split("folded__sum\"><details>", -1))
                .as("45 regions, 5 types and 6 sizes unfold where the screen is narrow")
                .hasSize(1 + 45 + 5 + 6);
        assertThat(page).contains("BKG</a> 2021 (Daten verändert)");
        assertThat(visitor.get("/abdeckung/kommunen").asString()).contains("438 Kommunen");
        assertThat(visitor.get("/abdeckung/kommunen.csv?kreis=03241").asString().lines())
                .hasSizeBetween(15, 25);
    }

    @Test
    void public_figures_hide_small_counts_in_every_form() {
        Response figures = Program.anonymous().get("/api/v1/figures");
        assertThat(figures.<Object>path("persons")).as("two").isNull();
        assertThat(figures.<Object>path("seatsTaken")).isNull();
        assertThat(figures.<Integer>path("seats")).isEqualTo(40);
        assertThat(figures.<Integer>path("availableCents")).isEqualTo(19_900_000);
        assertThat(figures.<List<Object>>path("regions.persons")).hasSize(45).containsOnlyNulls();
        for (String ars : given.kommunen(12).subList(4, 12)) {
            given.registered(given.staffOf(ars), seminar);
        }
        figures = Program.anonymous().get("/api/v1/figures");
        assertThat(figures.<Integer>path("persons")).isEqualTo(10);
        List<Integer> shown = figures.<List<Integer>>path("regions.persons").stream()
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(shown).allMatch(persons -> persons >= 3);
        assertThat(shown.stream().mapToInt(Integer::intValue).sum())
                .as("less than all: at least one large one is hidden too")
                .isLessThanOrEqualTo(10 - 3);
        String csv =
                Program.anonymous().accept("*/*").get("/api/v1/figures.csv").asString();
        assertThat(csv)
                .contains("Teilnehmende Personen;03;Niedersachsen;10\r\n")
                .contains("Teilnehmende Personen;03241;Region Hannover;")
                .doesNotContainPattern("Teilnehmende (Personen|Kommunen);\\d{5};[^;]+;[12]\r");
        assertThat(Visitor.anonymous().get("/zahlen").asString())
                .contains("verborgen")
                .contains("195.000,00")
                .contains("Stand: ");
        assertThat(Visitor.anonymous().get("/").asString()).contains("href=\"/zahlen\"");
    }

    @Test
    void earlier_use_is_uploaded_looked_at_and_taken_over() {
        Visitor visitor = Visitor.signedIn(ministry);
        String csv = "ars;zeitraum;plaetze\r\n" + Given.LANGENHAGEN + ";Förderzeitraum 2021;1\r\n";
        Response uploaded = upload(visitor, csv.getBytes(Charset.forName("windows-1252")), visitor.token());
        assertThat(uploaded.statusCode()).as("the preview has an address").isEqualTo(303);
        String address = uploaded.header("Location").replaceFirst("^https?://[^/]+", "");
        Response preview = visitor.get(address);
        assertThat(Visitor.signedIn(given.account(Role.NSI, null)).get(address).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.asString())
                .contains("Stadt Langenhagen")
                .contains("Förderzeitraum 2021")
                .contains("Übernehmen");
        assertThat(Program.of(ministry)
                        .get("/api/v1/kommunen/" + Given.LANGENHAGEN)
                        .<Integer>path("placesUsed"))
                .as("only shown")
                .isZero();
        Response done = visitor.sendForm(preview, address);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.get(address).statusCode()).as("done").isEqualTo(303);
        assertThat(database.number("select count(*) from kept_entry where typed is not null"))
                .isZero();
        assertThat(Program.of(ministry)
                        .get("/api/v1/kommunen/" + Given.LANGENHAGEN)
                        .<Integer>path("placesUsed"))
                .isEqualTo(1);
        assertThat(Program.of(ministry).get("/api/v1/reports/coverage").<Integer>path("earlierPlaces"))
                .isEqualTo(1);
        assertThat(upload(visitor, new byte[] {0x50, 0x4b, 3, 4, 0, (byte) 0xff}, visitor.token())
                        .asString())
                .contains("Fehler:")
                .contains("Das ist keine Textdatei");
        assertThat(upload(visitor, csv.getBytes(), null).statusCode())
                .as("without the token of the page")
                .isEqualTo(400);
    }

    private static Response upload(Visitor visitor, byte[] file, String token) {
        var request = RestAssured.given()
                .redirects()
                .follow(false)
                .cookies(visitor.cookies())
                .accept("text/html")
                .multiPart("file", "frueher.csv", file, "text/csv");
        if (token != null) {
            request.multiPart(Visitor.TOKEN, token);
        }
        return request.post("/abdeckung/fruehere");
    }

    @Test
    void the_trail_is_read_in_sentences_and_filtered_by_person_thing_and_time() {
        Visitor visitor = Visitor.signedIn(ministry);
        String page = visitor.get("/protokoll?vorgang=registration.cancelled").asString();
        assertThat(page)
                .contains("1 Eintrag")
                .contains("hat die Anmeldung")
                .contains("storniert.")
                .contains("Status: bestätigt → storniert");
        User nsi = given.account(Role.NSI, null);
        Program.of(nsi).body(Bodies.seminar(0)).post("/api/v1/seminars").then().statusCode(201);
        assertThat(visitor.get("/protokoll?person=" + nsi.email().replace("@", "%40"))
                        .asString())
                .contains("1 Eintrag")
                .contains(nsi.name() + " (NSI) hat den Termin");
        assertThat(visitor.get("/protokoll?gegenstand=seminar&nummer=" + seminar)
                        .asString())
                .contains("hat den Termin " + seminar + " geplant.")
                .contains("2 Einträge");
        assertThat(visitor.get("/protokoll?bis=2027-02-07&vorgang=registration.no_show")
                        .asString())
                .contains("Dazu gibt es keinen Eintrag.");
        assertThat(visitor.get("/protokoll.csv?vorgang=registration.cancelled")
                        .asString()
                        .lines())
                .hasSize(2);
        assertThat(Program.of(ministry)
                        .accept("*/*")
                        .get("/api/v1/audit.csv?action=registration.cancelled")
                        .asString()
                        .lines())
                .hasSize(2);
        assertThat(Program.of(ministry)
                        .get("/api/v1/audit?person=" + nsi.email())
                        .<Integer>path("total"))
                .isEqualTo(1);
        assertThat(visitor.get("/protokoll?person=%25").asString())
                .as("no wild card")
                .contains("Dazu gibt es keinen Eintrag.");
        assertThat(Program.of(ministry).get("/api/v1/audit/chain").<Boolean>path("intact"))
                .isNotNull();
    }
}
