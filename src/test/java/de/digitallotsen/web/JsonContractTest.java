package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, types and statuses on which programs of others are built. */
@PortalTest
class JsonContractTest {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    private User nsi;
    private User ministry;
    private User langenhagen;

    @BeforeEach
    void accounts() {
        nsi = given.account(Role.NSI, null);
        ministry = given.account(Role.MINISTRY, null);
        langenhagen = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
    }

    private static void assertNames(Map<String, Object> json, String names) {
        assertThat(json.keySet()).containsExactlyInAnyOrder(names.split(", "));
    }

    private static void assertPage(Response page, int total) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertNames(page.path(""), "items, page, size, total");
        assertThat(page.<Integer>path("page")).isZero();
        assertThat(page.<Integer>path("size")).isEqualTo(20);
        assertThat(page.<Integer>path("total")).isEqualTo(total);
        assertThat(page.<List<Object>>path("items")).hasSize(Math.min(20, total));
    }

    static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        Map<String, Object> problem = answer.path("");
        assertThat(problem).containsKeys("type", "title", "status", "detail", "code", "instance");
        assertThat(problem)
                .containsEntry("status", status)
                .containsEntry("code", code)
                .containsEntry("type", "urn:digitallotsen:problem:" + code);
        assertThat((String) problem.get("instance")).startsWith("/api/v1/");
        assertThat((String) problem.get("title"))
                .isNotBlank()
                .doesNotContain("problem.")
                .doesNotContain("Exception");
        assertThat((String) problem.get("detail"))
                .as("a German sentence")
                .matches("(?s)\\p{Lu}?.*[.!]")
                .doesNotContain("{")
                .doesNotContain("null")
                .doesNotContain("Exception");
    }

    @Test
    void a_seminar_has_the_names_and_types_of_the_interface() {
        long id = given.aSeminar().published();
        Response list = Program.anonymous().get("/api/v1/seminars");
        assertPage(list, 1);
        Map<String, Object> seminar = list.path("items[0]");
        assertNames(
                seminar,
                "id, title, days, venue, online, capacity, seatsFree, waiting, feeCents, subsidyCents,"
                        + " ownShareCents, opensAt, closesAt, status, minParticipants, decisionDay, cancellationReason,"
                        + " phase, version");
        assertThat(seminar)
                .containsEntry("id", String.valueOf(id))
                .containsEntry("capacity", 20)
                .containsEntry("seatsFree", 20)
                .containsEntry("waiting", 0)
                .containsEntry("online", false)
                .containsEntry("feeCents", 100_000)
                .containsEntry("subsidyCents", 50_000)
                .containsEntry("ownShareCents", 50_000)
                .containsEntry("status", "PUBLISHED")
                .containsEntry("phase", "OPEN");
        assertThat((String) seminar.get("opensAt")).matches(INSTANT);
        assertThat((String) seminar.get("closesAt")).matches(INSTANT);
        assertThat(list.<List<Map<String, Object>>>path("items[0].days"))
                .hasSize(3)
                .allSatisfy(day -> {
                    assertNames(day, "date, begin, end");
                    assertThat((String) day.get("date")).matches(DAY);
                    assertThat(day).containsEntry("begin", "09:00").containsEntry("end", "16:30");
                });
        assertThat(Program.anonymous().get("/api/v1/seminars/" + id).<Map<String, Object>>path(""))
                .isEqualTo(seminar);
    }

    @Test
    void a_draft_is_there_for_the_nsi_only() {
        long draft = given.aSeminar().planned();
        assertPage(Program.anonymous().get("/api/v1/seminars"), 0);
        assertPage(Program.of(nsi).get("/api/v1/seminars"), 1);
        assertProblem(Program.of(langenhagen).get("/api/v1/seminars/" + draft), 404, "NOT_FOUND");
        assertProblem(Program.of(ministry).get("/api/v1/seminars/" + draft), 404, "NOT_FOUND");
        assertProblem(
                Program.anonymous().accept("*/*").get("/api/v1/seminars/" + draft + "/calendar.ics"), 404, "NOT_FOUND");
    }

    @Test
    void planning_answers_201_with_the_location_of_what_it_made_and_an_answer_can_be_sent_back_as_it_is() {
        Response made = Program.of(nsi).body(Bodies.seminar(0)).post("/api/v1/seminars");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/api/v1/seminars/" + made.path("id"));
        Map<String, Object> seminar = made.path("");
        assertThat(seminar).containsEntry("status", "DRAFT").containsEntry("title", "Digital-Lotse werden");
        Response changed =
                Program.of(nsi).body(Bodies.with(seminar, "capacity", 12)).put("/api/v1/seminars/" + seminar.get("id"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.<Integer>path("capacity")).isEqualTo(12);
        assertThat(changed.<List<Object>>path("days")).isEqualTo(seminar.get("days"));
        assertProblem(Program.of(nsi).body(seminar).put("/api/v1/seminars/" + seminar.get("id")), 409, "STALE");
        assertThat(Program.of(nsi)
                        .post("/api/v1/seminars/" + seminar.get("id") + "/publication")
                        .<String>path("status"))
                .isEqualTo("PUBLISHED");
        Response copy = Program.of(nsi)
                .body(Map.of("firstDay", "2027-09-06"))
                .post("/api/v1/seminars/" + seminar.get("id") + "/copy");
        assertThat(copy.statusCode()).isEqualTo(201);
        assertThat(copy.<List<String>>path("days.date")).containsExactly("2027-09-06", "2027-09-07", "2027-09-09");
    }

    @Test
    void a_registration_has_the_names_and_types_of_the_interface() {
        long seminar = given.aSeminar().published();
        Response made =
                Program.of(langenhagen).body(Bodies.registration(seminar)).post("/api/v1/registrations");
        assertThat(made.statusCode()).isEqualTo(201);
        Map<String, Object> registration = made.path("");
        assertNames(
                registration,
                "reference, status, waitingReason, waitingPosition, placeNumber, seminarId, kommuneArs,"
                        + " participant, feeCents, subsidyCents, ownShareCents, dueCents, landCents, dueReason,"
                        + " registeredAt, history");
        assertThat(made.header("Location")).endsWith("/api/v1/registrations/" + registration.get("reference"));
        assertThat((String) registration.get("reference")).matches("[A-HJ-NP-Z2-9]{8}");
        assertThat(registration)
                .containsEntry("status", "CONFIRMED")
                .containsEntry("waitingReason", null)
                .containsEntry("waitingPosition", null)
                .containsEntry("placeNumber", 1)
                .containsEntry("seminarId", String.valueOf(seminar))
                .containsEntry("kommuneArs", Given.LANGENHAGEN)
                .containsEntry("feeCents", 100_000)
                .containsEntry("subsidyCents", 50_000)
                .containsEntry("ownShareCents", 50_000);
        assertThat((String) registration.get("registeredAt")).matches(INSTANT);
        assertNames(made.path("participant"), "firstName, lastName, email, jobTitle, accessibilityNeeds");
        assertThat(made.<String>path("participant.firstName")).isEqualTo("Jörg");
        assertNames(
                made.path("history[0]"),
                "at, kind, waitingReason, by, byName, earlierParticipant, earlierSeminarId, dueCents, reason,"
                        + " daysPresent");
        assertThat(made.<List<String>>path("history.kind")).containsExactly("CONFIRMED");
        assertThat(Program.of(langenhagen)
                        .get(made.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .<Map<String, Object>>path(""))
                .isEqualTo(registration);
        assertPage(Program.of(langenhagen).get("/api/v1/registrations"), 1);
        Response list = Program.of(nsi).get("/api/v1/seminars/" + seminar + "/registrations");
        assertPage(list, 1);
        assertThat(list.<Map<String, Object>>path("items[0]")).isEqualTo(registration);
        Response cancelled = Program.of(langenhagen)
                .body("{}")
                .post("/api/v1/registrations/" + registration.get("reference") + "/cancellation");
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.<String>path("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.<List<String>>path("history.kind")).containsExactly("CONFIRMED", "CANCELLED");
        assertProblem(
                Program.of(langenhagen)
                        .post("/api/v1/registrations/" + registration.get("reference") + "/cancellation"),
                409,
                "NOT_CANCELLABLE");
    }

    @Test
    void a_waiting_registration_says_why_and_at_which_position() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        Map<String, Object> body = Bodies.registration(seminar);
        assertProblem(Program.of(langenhagen).body(body).post("/api/v1/registrations"), 409, "SEMINAR_FULL");
        Response preview = Program.of(langenhagen).body(body).post("/api/v1/registrations/preview");
        assertThat(preview.<Map<String, Object>>path(""))
                .containsEntry("outcome", "REFUSED")
                .containsEntry("code", "SEMINAR_FULL")
                .containsEntry("feeCents", 100_000);
        assertThat(preview.<String>path("detail")).contains("Der einzige Platz ist vergeben");
        Response willing = Program.of(langenhagen)
                .body(Bodies.with(body, "acceptWaiting", true))
                .post("/api/v1/registrations/preview");
        assertNames(
                willing.path(""), "outcome, waitingReason, feeCents, subsidyCents, ownShareCents, dueCents, landCents");
        assertThat(willing.<Map<String, Object>>path(""))
                .containsEntry("outcome", "WAITING")
                .containsEntry("waitingReason", "SEATS");
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
        Response waiting = Program.of(langenhagen)
                .body(Bodies.with(body, "acceptWaiting", true))
                .post("/api/v1/registrations");
        assertThat(waiting.statusCode()).isEqualTo(201);
        assertThat(waiting.<Map<String, Object>>path(""))
                .containsEntry("status", "WAITING")
                .containsEntry("waitingReason", "SEATS")
                .containsEntry("waitingPosition", 1);
    }

    @Test
    void a_preview_of_what_will_be_confirmed_says_so_and_what_it_costs() {
        Response preview = Program.of(langenhagen)
                .body(Bodies.registration(given.aSeminar().published()))
                .post("/api/v1/registrations/preview");
        assertThat(preview.<Map<String, Object>>path(""))
                .isEqualTo(Map.of(
                        "outcome",
                        "CONFIRMED",
                        "feeCents",
                        100_000,
                        "subsidyCents",
                        50_000,
                        "ownShareCents",
                        50_000,
                        "dueCents",
                        50_000,
                        "landCents",
                        50_000));
    }

    @Test
    void the_same_key_has_the_effect_of_one_registration_and_another_body_under_it_is_refused() {
        Map<String, Object> body = Bodies.registration(given.aSeminar().published());
        Response first = Program.of(langenhagen)
                .header("Idempotency-Key", "k-1")
                .body(body)
                .post("/api/v1/registrations");
        Response again = Program.of(langenhagen)
                .header("Idempotency-Key", "k-1")
                .body(body)
                .post("/api/v1/registrations");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertProblem(
                Program.of(langenhagen)
                        .header("Idempotency-Key", "k-1")
                        .body(Bodies.with(body, "participant.email", "andere@kommune.example"))
                        .post("/api/v1/registrations"),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
        assertThat(Program.of(given.account(Role.KOMMUNE, Given.SOTTRUM))
                        .header("Idempotency-Key", "k-1")
                        .body(Bodies.registration(given.aSeminar().published()))
                        .post("/api/v1/registrations")
                        .statusCode())
                .as("somebody else's key")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mit leer", "ümlaut", "überlang"})
    void a_key_that_is_none_is_refused(String key) {
        Map<String, Object> body = Bodies.registration(given.aSeminar().published());
        Response answer = Program.of(langenhagen)
                .header("Idempotency-Key", "überlang".equals(key) ? "x".repeat(101) : key)
                .body(body)
                .post("/api/v1/registrations");
        assertProblem(answer, 400, "INVALID_INPUT");
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("Idempotency-Key");
        assertThat(database.number("select count(*) from registration")).isZero();
    }

    @Test
    void refusals_carry_their_code_and_a_sentence() {
        long seminar = given.aSeminar().published();
        Map<String, Object> person = Bodies.registration(seminar);
        Program.of(langenhagen)
                .body(person)
                .post("/api/v1/registrations")
                .then()
                .statusCode(201);
        assertProblem(
                Program.of(langenhagen).body(person).post("/api/v1/registrations"), 409, "PERSON_ALREADY_REGISTERED");
        Program.of(langenhagen)
                .body(Bodies.registration(seminar))
                .post("/api/v1/registrations")
                .then()
                .statusCode(201);
        assertProblem(
                Program.of(langenhagen).body(Bodies.registration(seminar)).post("/api/v1/registrations"),
                409,
                "KOMMUNE_LIMIT_REACHED");
        User sottrum = given.account(Role.KOMMUNE, Given.SOTTRUM);
        long later = given.aSeminar()
                .opensAt(clock.instant().plus(Duration.ofDays(1)))
                .published();
        assertProblem(
                Program.of(sottrum).body(Bodies.registration(later)).post("/api/v1/registrations"),
                409,
                "REGISTRATION_NOT_OPEN");
        long closed = given.aSeminar()
                .closesAt(clock.instant().plus(Duration.ofHours(1)))
                .published();
        long draft = given.aSeminar().planned();
        assertProblem(
                Program.of(sottrum).body(Bodies.registration(draft)).post("/api/v1/registrations"),
                409,
                "SEMINAR_NOT_PUBLISHED");
        assertProblem(
                Program.of(nsi)
                        .body(Bodies.with(Bodies.registration(draft), "kommuneArs", Given.SOTTRUM))
                        .post("/api/v1/registrations"),
                409,
                "SEMINAR_NOT_PUBLISHED");
        String member = database.text(
                "select ars from kommune where type = 'MITGLIEDSGEMEINDE' and valid_to is null order by ars limit 1");
        assertProblem(
                Program.of(nsi)
                        .body(Bodies.with(Bodies.registration(seminar), "kommuneArs", member))
                        .post("/api/v1/registrations"),
                409,
                "NOT_ELIGIBLE");
        assertProblem(
                Program.of(ministry)
                        .body(Map.of("amountCents", -20_000_000, "reason", "Kürzung"))
                        .post("/api/v1/budget/adjustments"),
                409,
                "BUDGET_BELOW_COMMITTED");
        Map<String, Object> now =
                Program.of(nsi).get("/api/v1/seminars/" + seminar).path("");
        assertProblem(
                Program.of(nsi).body(Bodies.with(now, "capacity", 1)).put("/api/v1/seminars/" + seminar),
                409,
                "CAPACITY_BELOW_CONFIRMED");
        clock.pass(Duration.ofHours(2));
        assertProblem(
                Program.of(given.account(Role.KOMMUNE, Given.SOTTRUM))
                        .body(Bodies.registration(closed))
                        .post("/api/v1/registrations"),
                409,
                "REGISTRATION_CLOSED");
    }

    @Test
    void a_kommune_has_the_names_of_the_interface_and_places_for_nsi_and_ministry_only() {
        String names = "ars, ags, name, designation, displayName, type, samtgemeindeArs, landkreisAgs, population,"
                + " postcode, eligible, eligibilityCode, registerThroughArs";
        Response one = Program.anonymous().get("/api/v1/kommunen/" + Given.LANGENHAGEN);
        assertNames(one.path(""), names);
        assertThat(one.<Map<String, Object>>path(""))
                .containsEntry("ars", Given.LANGENHAGEN)
                .containsEntry("displayName", "Stadt Langenhagen")
                .containsEntry("eligible", true)
                .containsEntry("type", "EINHEITSGEMEINDE");
        assertThat(one.<Object>path("population")).isInstanceOf(Integer.class);
        assertNames(
                Program.of(langenhagen)
                        .get("/api/v1/kommunen/" + Given.LANGENHAGEN)
                        .path(""),
                names);
        assertNames(
                Program.of(ministry)
                        .get("/api/v1/kommunen/" + Given.LANGENHAGEN)
                        .path(""),
                names + ", placesTotal, placesUsed");
        Response found = Program.of(nsi).get("/api/v1/kommunen?q=langenhagen");
        assertPage(found, 1);
        assertThat(found.<Map<String, Object>>path("items[0]"))
                .containsEntry("placesTotal", 2)
                .containsEntry("placesUsed", 0);
        assertThat(Program.anonymous()
                        .get("/api/v1/kommunen?eligible=true&size=200")
                        .<Integer>path("total"))
                .isEqualTo(440);
        assertThat(Program.anonymous().get("/api/v1/kommunen?q=30853").<Integer>path("total"))
                .isPositive();
        assertProblem(Program.anonymous().get("/api/v1/kommunen/030000000000"), 404, "NOT_FOUND");
    }

    @Test
    void reading_the_register_again_would_change_nothing() {
        Response changes = Program.of(nsi)
                .contentType("text/csv")
                .body(Database.register())
                .post("/api/v1/kommunen/import?dryRun=true");
        assertThat(changes.statusCode()).isEqualTo(200);
        assertThat(changes.asString()).contains("\"");
        assertThat(Program.of(nsi)
                        .contentType("text/csv")
                        .body("a;b\n1;2\n")
                        .post("/api/v1/kommunen/import?dryRun=true")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void me_is_who_signed_in_and_personnel_staff_see_their_places() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        Response me = Program.of(langenhagen).get("/api/v1/me");
        assertNames(me.path(""), "email, name, role, kommune, places");
        assertThat(me.<Map<String, Object>>path("places")).isEqualTo(Map.of("total", 2, "used", 1, "free", 1));
        assertThat(me.<Map<String, Object>>path("kommune"))
                .isEqualTo(Map.of("ars", Given.LANGENHAGEN, "displayName", "Stadt Langenhagen"));
        assertNames(Program.of(nsi).get("/api/v1/me").path(""), "email, name, role");
    }

    @Test
    void the_budget_its_ledger_and_its_audit_have_the_names_of_the_interface() {
        String reference = given.registered(
                given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        Response budget = Program.of(nsi).get("/api/v1/budget");
        assertNames(
                budget.path(""),
                "periodId, periodName, begin, end, allocatedCents, reservedCents, spentCents, availableCents,"
                        + " claimedCents, paidCents, fundedRegistrations, waitingForFunds, waitingForFundsCents,"
                        + " averageSubsidyCents, usedPercent, warningPercent, warningPercents, at, shares");
        assertThat(budget.<Map<String, Object>>path(""))
                .containsEntry("begin", "2027-01-01")
                .containsEntry("end", "2028-12-31")
                .containsEntry("allocatedCents", 20_000_000)
                .containsEntry("reservedCents", 50_000)
                .containsEntry("spentCents", 0)
                .containsEntry("availableCents", 19_950_000)
                .containsEntry("fundedRegistrations", 1)
                .containsEntry("waitingForFunds", 0)
                .containsEntry("shares", Map.of("reserved", 3, "spent", 0, "available", 997));
        Response raised = Program.of(ministry)
                .body(Map.of("amountCents", 100, "reason", "Nachtrag"))
                .post("/api/v1/budget/adjustments");
        assertThat(raised.<Integer>path("allocatedCents")).isEqualTo(20_000_100);
        Response entries = Program.of(ministry).get("/api/v1/budget/entries");
        assertPage(entries, 3);
        assertThat(entries.<List<String>>path("items.type")).containsExactly("ADJUSTMENT", "RESERVATION", "ALLOCATION");
        assertThat(entries.<String>path("items[1].reference")).isEqualTo(reference);
        assertThat(Program.of(ministry)
                        .get("/api/v1/budget/entries?type=RESERVATION")
                        .<Integer>path("total"))
                .isEqualTo(1);
        assertNames(
                Program.of(ministry).get("/api/v1/periods").path("[0]"),
                "id, name, firstDay, lastDay, allocatedCents, reservedCents, spentCents, availableCents");
        Response audit = Program.of(ministry).get("/api/v1/budget/audit");
        assertNames(audit.path(""), "consistent, checks");
        assertThat(audit.<Boolean>path("consistent")).isTrue();
        assertNames(audit.path("checks[0]"), "name, ok, expected, actual");
        assertThat(Program.of(ministry).get("/api/v1/budget?asOf=2027-01-31").<Integer>path("reservedCents"))
                .isZero();
    }

    @Test
    void the_audit_trail_says_who_did_what_without_names_of_participants() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        Response trail = Program.of(ministry).get("/api/v1/audit?action=registration.confirmed");
        assertThat(trail.<Integer>path("total")).isEqualTo(1);
        assertThat(trail.asString()).doesNotContain("Beispiel").doesNotContain("anna.beispiel");
    }

    @Test
    void a_token_has_the_names_of_the_interface() {
        Response token = Program.anonymous()
                .body(Map.of("email", nsi.email(), "password", Given.PASSWORD))
                .post("/api/v1/auth/token");
        assertNames(token.path(""), "accessToken, tokenType, expiresIn, refreshToken");
        assertThat(token.<Map<String, Object>>path(""))
                .containsEntry("tokenType", "Bearer")
                .containsEntry("expiresIn", 1800);
        assertThat(token.cookies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page",
        "page=x, page",
        "page=1000001, page",
        "page=99999999999999999999, page",
        "size=0, size",
        "size=201, size",
        "size=-5, size",
        "size=1.5, size"
    })
    void a_page_outside_the_limits_is_refused(String query, String field) {
        for (String path : List.of("/api/v1/seminars", "/api/v1/kommunen", "/api/v1/registrations", "/api/v1/audit")) {
            Response answer = Program.of(nsi).get(path + "?" + query);
            assertProblem(answer, 400, "INVALID_INPUT");
            assertThat(answer.<List<String>>path("violations.field")).containsExactly(field);
            assertThat(answer.<String>path("violations[0].message")).isNotBlank();
        }
    }

    @Test
    void pages_follow_one_another_without_gap_or_overlap_and_end_empty() {
        java.util.Set<String> seen = new java.util.TreeSet<>();
        for (int page = 0; page < 3; page++) {
            seen.addAll(Program.anonymous()
                    .get("/api/v1/kommunen?eligible=true&size=200&page=" + page)
                    .<List<String>>path("items.ars"));
        }
        assertThat(seen).hasSize(440);
        assertThat(Program.anonymous()
                        .get("/api/v1/kommunen?eligible=true&size=200&page=1000000")
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void violations_name_every_field_at_once() {
        Response answer = Program.of(langenhagen).body(Map.of()).post("/api/v1/registrations");
        assertProblem(answer, 400, "INVALID_INPUT");
        assertThat(answer.<List<String>>path("violations.field")).contains("seminarId");
        Response person = Program.of(langenhagen)
                .body(Map.of("seminarId", given.aSeminar().published(), "participant", Map.of()))
                .post("/api/v1/registrations");
        assertThat(person.<List<String>>path("violations.field"))
                .contains("participant.firstName", "participant.lastName", "participant.email");
        Response seminar = Program.of(nsi).body(Map.of()).post("/api/v1/seminars");
        assertThat(seminar.<List<String>>path("violations.field"))
                .contains("title", "days", "venue", "capacity", "feeCents", "opensAt", "closesAt");
    }
}
