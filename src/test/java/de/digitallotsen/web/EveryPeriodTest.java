package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every period's ledger, claims, course and proof can be reached at any time, whatever period is running (R35): there
 * is one of 2025, that of 2027 and 2028 with a claim and a carry-over, and one that begins in February 2029 and runs.
 */
@PortalTest
class EveryPeriodTest {

    private static final Instant IN_THE_LAST = Instant.parse("2029-02-10T08:00:00Z");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    ClaimFixture claims;

    @Inject
    OpenPeriod open;

    @Inject
    CarryOver carry;

    private User ministry;
    private long former;
    private long middle;
    private long last;

    @BeforeEach
    void threePeriods() {
        ministry = given.account(Role.MINISTRY, null);
        Actor actor = ministry.asActor();
        middle = database.number("select id from funding_period");
        claims.readyFor("/mittelabrufe/{id}");
        given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published());
        former = open.handle(
                actor,
                new OpenPeriod.Command(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), 700_000L, "Altbestand"));
        last = open.handle(
                actor,
                new OpenPeriod.Command(LocalDate.of(2029, 2, 1), LocalDate.of(2030, 12, 31), 500_000L, "Haushalt"));
        clock.set(IN_THE_LAST);
        carry.handle(actor, middle, new CarryOver.Command(100_000L, "Erlass vom 1.2.2029"));
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        ministry = given.account(Role.MINISTRY, null);
    }

    private Response get(String path) {
        return path.startsWith("/api/")
                ? Program.of(ministry).accept("*/*").get(path)
                : Visitor.signedIn(ministry).get(path);
    }

    private String text(String path) {
        Response answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private List<Row> rows(String path) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(get(path).asByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }

    private List<Long> periods() {
        return List.of(former, middle, last);
    }

    /** What tells the lines of a period from others in every list. */
    private List<String> bookedAt(long period) {
        return database.rows("select id from budget_entry where period_id = ? order by id desc", period);
    }

    @Test
    void every_entry_of_every_period_is_reached_by_page_file_and_interface() throws IOException {
        for (long period : periods()) {
            List<String> expected = bookedAt(period);
            assertThat(expected).as("period %s", period).isNotEmpty();
            Response json = get("/api/v1/budget/entries?periodId=" + period);
            assertThat(json.<List<Integer>>path("items.id").stream().map(String::valueOf))
                    .containsExactlyElementsOf(expected);
            assertThat(new TreeSet<>(json.<List<String>>path("items.periodId")))
                    .containsExactly(String.valueOf(period));
            String name = name(period);
            for (String file : List.of("/buchungen.csv?zeitraum=", "/api/v1/budget/entries.csv?periodId=")) {
                assertThat(text(file + period).lines().skip(1).toList())
                        .as(file)
                        .hasSize(expected.size())
                        .allMatch(line -> line.contains(";" + name + ";"));
            }
            assertThat(rows("/buchungen.xlsx?zeitraum=" + period)).hasSize(expected.size() + 1);
            assertThat(text("/buchungen?zeitraum=" + period))
                    .contains((expected.size() == 1 ? "1 Buchung." : expected.size() + " Buchungen."), name);
        }
        assertThat(text("/buchungen.csv?zeitraum=alle").lines()).hasSize(1 + all());
        assertThat(get("/api/v1/budget/entries?periodId=all&size=200").<Integer>path("total"))
                .isEqualTo(all());
        assertThat(text("/buchungen?zeitraum=alle")).contains(">Förderzeitraum</th>", "Förderzeitraum alle.");
        assertThat(text("/buchungen")).doesNotContain(">Förderzeitraum</th>");
    }

    @Test
    void one_euro_is_found_by_reference_kommune_and_claim_whatever_its_period() {
        String claimed = database.text("select reference from budget_entry where spent_cents > 0");
        String spoken = claimed.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + claimed.substring(4);
        for (String query :
                List.of("?periodId=all&reference=" + spoken, "?periodId=" + middle + "&reference=" + claimed)) {
            Response found = get("/api/v1/budget/entries" + query);
            assertThat(found.<List<String>>path("items.type")).as(query).containsExactly("SPENDING", "RESERVATION");
            assertThat(found.<List<String>>path("items.claimNumber")).containsExactly("2027-001", null);
            assertThat(text("/api/v1/budget/entries.csv" + query).lines()).hasSize(3);
        }
        String ars = database.text("select kommune_ars from budget_entry where spent_cents > 0");
        assertThat(get("/api/v1/budget/entries?periodId=all&size=200&kommuneArs=" + ars)
                        .<List<String>>path("items.kommuneArs"))
                .isNotEmpty()
                .containsOnly(ars);
        assertThat(get("/api/v1/budget/entries?periodId=all&claimNumber=2027-001")
                        .<Integer>path("total"))
                .isEqualTo(1);
        assertThat(get("/api/v1/budget/entries?periodId=all&claimNumber=2027-999")
                        .<Integer>path("total"))
                .isZero();
        assertThat(text("/buchungen?zeitraum=alle&anmeldung=" + spoken))
                .contains("2 Buchungen", "gebunden 0,00", "href=\"/mittelabrufe/1\"")
                .contains("/protokoll?gegenstand=registration&amp;nummer=" + claimed)
                .contains("/buchungen.csv?zeitraum=alle&amp;anmeldung=" + spoken);
        assertThat(text("/buchungen.csv?zeitraum=alle&mittelabruf=2027-001").lines())
                .hasSize(2);
        assertThat(text("/buchungen.csv?zeitraum=" + middle + "&kommune=sottr")
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains(Given.SOTTRUM));
        assertThat(text("/mittelabrufe/1")).contains("/buchungen?zeitraum=alle&amp;anmeldung=" + claimed);
    }

    private int all() {
        return (int) database.number("select count(*) from budget_entry");
    }

    private String name(long period) {
        return database.text("select name from funding_period where id = ?", period);
    }

    @Test
    void the_figures_and_the_course_of_every_period_are_those_of_its_books() {
        for (long period : periods()) {
            int allocated = (int) database.number("select allocated_cents from budget where period_id = ?", period);
            Response budget = get("/api/v1/budget?periodId=" + period);
            assertThat(budget.<String>path("periodId")).isEqualTo(String.valueOf(period));
            assertThat(budget.<Integer>path("allocatedCents")).isEqualTo(allocated);
            assertThat(get("/api/v1/budget/course?periodId=" + period).<Integer>path("[-1].allocatedCents"))
                    .isEqualTo(allocated);
            String euros = euros(allocated);
            assertThat(text("/budget?zeitraum=" + period)).contains(name(period), euros);
            for (String file : List.of("/budget.csv?zeitraum=", "/api/v1/budget.csv?periodId=")) {
                assertThat(text(file + period)).contains("Zugewiesen;;;;" + euros.replace(".", "") + "\r\n");
            }
            for (String file : List.of("/budget/verlauf.csv?zeitraum=", "/api/v1/budget/course.csv?periodId=")) {
                assertThat(text(file + period)
                                .lines()
                                .reduce((one, other) -> other)
                                .orElseThrow())
                        .contains(";" + euros.replace(".", "") + ";");
            }
        }
        assertThat(get("/api/v1/budget").<String>path("periodId")).isEqualTo(String.valueOf(last));
        assertThat(get("/api/v1/budget?asOf=2028-01-01").<String>path("periodId"))
                .as("the period of that day")
                .isEqualTo(String.valueOf(middle));
        assertThat(get("/api/v1/budget?asOf=2028-01-01&periodId=" + last).<Integer>path("allocatedCents"))
                .as("the one that was asked for, before its day")
                .isEqualTo(500_000);
    }

    private static String euros(int cents) {
        return String.format(java.util.Locale.GERMANY, "%,.2f", cents / 100.0);
    }

    @Test
    void the_claims_of_a_period_or_of_all() {
        for (String all : List.of("?periodId=" + middle, "?periodId=all")) {
            assertThat(get("/api/v1/claims" + all).<List<String>>path("items.number"))
                    .containsExactly("2027-001");
            assertThat(text("/api/v1/claims.csv" + all)).contains("\r\n2027-001;" + name(middle));
        }
        assertThat(text("/mittelabrufe?zeitraum=" + middle)).contains("2027-001");
        assertThat(text("/mittelabrufe.csv?zeitraum=alle")).contains("2027-001");
        assertThat(get("/api/v1/claims").<Integer>path("total")).isZero();
        assertThat(text("/mittelabrufe")).doesNotContain("2027-001").contains("hier noch keinen Mittelabruf");
        assertThat(text("/verwendungsnachweis?zeitraum=" + former)).contains("01.01.2025 bis 31.12.2025");
    }

    @Test
    void who_took_part_in_one_period_and_in_all_of_them() {
        assertThat(get("/api/v1/reports/coverage").<Integer>path("persons")).isEqualTo(all("(1, 2, 3)"));
        for (long period : periods()) {
            assertThat(get("/api/v1/reports/coverage?periodId=" + period).<Integer>path("persons"))
                    .isEqualTo(all("(" + period + ")"));
        }
        assertThat(text("/abdeckung?zeitraum=" + last))
                .contains("Gezählt wird nur der Förderzeitraum " + name(last), "/abdeckung.csv?zeitraum=" + last);
        assertThat(text("/abdeckung/kommunen.csv?dabei=ja&zeitraum=" + last).lines())
                .hasSize(1 + all("(" + last + ")"));
        assertThat(text("/abdeckung/kommunen?dabei=ja&zeitraum=" + last))
                .contains("Stadt Langenhagen", "name=\"zeitraum\" value=\"" + last + "\"");
    }

    private int all(String periods) {
        return (int) database.number("select count(*) from registration where status in ('CONFIRMED', 'ATTENDED')"
                + " and period_id in " + periods);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/budget?zeitraum=",
                "/budget.csv?zeitraum=",
                "/budget/verlauf.xlsx?zeitraum=",
                "/buchungen?zeitraum=",
                "/buchungen.csv?zeitraum=",
                "/prognose?zeitraum=",
                "/prognose.csv?zeitraum=",
                "/abdeckung?zeitraum=",
                "/abdeckung.csv?zeitraum=",
                "/abdeckung/kommunen?zeitraum=",
                "/abdeckung/kommunen.csv?zeitraum=",
                "/mittelabrufe?zeitraum=",
                "/mittelabrufe.csv?zeitraum=",
                "/api/v1/budget?periodId=",
                "/api/v1/budget.csv?periodId=",
                "/api/v1/budget/course?periodId=",
                "/api/v1/budget/course.csv?periodId=",
                "/api/v1/budget/waiting?periodId=",
                "/api/v1/budget/entries?periodId=",
                "/api/v1/budget/entries.csv?periodId=",
                "/api/v1/reports/forecast?periodId=",
                "/api/v1/reports/coverage?periodId=",
                "/api/v1/reports/coverage.csv?periodId=",
                "/api/v1/reports/coverage/kommunen?periodId=",
                "/api/v1/claims?periodId=",
                "/api/v1/claims.csv?periodId="
            })
    void a_period_that_does_not_exist_is_refused_and_not_ignored(String path) {
        for (String unknown : List.of("99", "-1", "2027", "drei", "1,5", "%3Cscript%3E", "=cmd()")) {
            Response answer = get(path + unknown);
            assertThat(answer.statusCode()).as(path + unknown).isEqualTo(404);
            assertThat(answer.asString())
                    .contains("Diesen Förderzeitraum gibt es nicht.")
                    .doesNotContain("<script>");
            if (path.startsWith("/api/")) {
                assertThat(answer.<String>path("code")).isEqualTo("UNKNOWN_PERIOD");
            }
        }
    }

    @Test
    void the_choice_stays_in_the_address_and_the_filter_stays_with_the_choice() {
        String page = text("/budget?zeitraum=" + middle + "&stand=2028-06-30");
        assertThat(targets(page, "/(budget|buchungen|prognose)(\\.|\\?|/verlauf|$)"))
                .as("all but the way in the navigation")
                .filteredOn(target -> !target.matches("/(budget|buchungen|prognose)"))
                .isNotEmpty()
                .allMatch(target -> target.contains("zeitraum=" + middle));
        assertThat(page)
                .contains("?zeitraum=" + former + "&amp;stand=2028-06-30")
                .contains("<strong aria-current=\"true\">" + name(middle))
                .contains("<input type=\"hidden\" name=\"zeitraum\" value=\"" + middle + "\">");
        String ledger = text("/buchungen?zeitraum=" + middle + "&art=RESERVATION&von=2027-01-01");
        assertThat(ledger)
                .contains("/buchungen.csv?zeitraum=" + middle + "&amp;von=2027-01-01&amp;art=RESERVATION")
                .contains("?zeitraum=" + last + "&amp;von=2027-01-01&amp;art=RESERVATION")
                .contains("<input type=\"hidden\" name=\"zeitraum\" value=\"" + middle + "\">");
        assertThat(text("/mittelabrufe?zeitraum=" + middle)).contains("/mittelabrufe.csv?zeitraum=" + middle);
    }

    private static List<String> targets(String page, String pattern) {
        List<String> found = new ArrayList<>();
        Pattern.compile("href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .filter(target -> Pattern.compile(pattern).matcher(target).lookingAt())
                .forEach(found::add);
        return found;
    }

    @Test
    void with_one_period_there_is_nothing_to_choose_and_addresses_stay_short() throws Exception {
        assertThat(text("/budget")).contains("href=\"/budget.csv\"", "href=\"/buchungen\"");
        assertThat(text("/budget")).contains("aria-label=\"Förderzeitraum wählen\"");
    }

    @Test
    void files_name_their_period() {
        Map.of(
                        "/budget.csv?zeitraum=" + former,
                        "foerdermittel-2025-2029-02-10.csv",
                        "/budget/verlauf.xlsx?zeitraum=" + middle,
                        "verlauf-2027-2028.xlsx",
                        "/buchungen.xlsx?zeitraum=" + last,
                        "buchungen-2029-02-01-bis-2030-12-31.xlsx",
                        "/buchungen.xlsx?zeitraum=alle",
                        "buchungen-alle-zeitraeume.xlsx",
                        "/mittelabrufe.xlsx?zeitraum=" + middle,
                        "mittelabrufe-2027-2028.xlsx",
                        "/abdeckung.xlsx?zeitraum=" + middle,
                        "abdeckung-2027-2028.xlsx",
                        "/abdeckung.xlsx",
                        "abdeckung.xlsx",
                        "/prognose.xlsx?zeitraum=" + last,
                        "prognose-2029-02-01-bis-2030-12-31.xlsx")
                .forEach((path, name) -> assertThat(get(path).header("Content-Disposition"))
                        .isEqualTo("attachment; filename=\"" + name + "\""));
    }

    @Test
    void of_what_is_over_nothing_is_foreseen() {
        assertThat(text("/prognose?zeitraum=" + last)).contains(name(last));
        Stream.of("/prognose?zeitraum=", "/prognose.csv?zeitraum=", "/api/v1/reports/forecast?periodId=")
                .forEach(path -> {
                    Response refused = get(path + middle);
                    assertThat(refused.statusCode()).as(path).isEqualTo(409);
                    assertThat(refused.asString()).contains("seit dem 31.12.2028 zu Ende");
                });
        assertThat(text("/budget?zeitraum=" + middle)).doesNotContain("Prognose:");
        assertThat(text("/budget")).contains("Prognose:");
    }

    @Test
    void auditors_and_the_nsi_reach_what_they_may_read_of_every_period() {
        Visitor auditor = Visitor.signedIn(given.account(Role.AUDITOR, null));
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        for (long period : periods()) {
            for (String page : List.of("/budget", "/mittelabrufe", "/verwendungsnachweis")) {
                assertThat(auditor.get(page + "?zeitraum=" + period).statusCode())
                        .isEqualTo(200);
                assertThat(nsi.get(page + "?zeitraum=" + period).statusCode()).isEqualTo(200);
            }
            assertThat(auditor.get("/buchungen?zeitraum=" + period).statusCode())
                    .isEqualTo(200);
            assertThat(nsi.get("/buchungen?zeitraum=" + period).statusCode()).isEqualTo(403);
        }
    }
}
