package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent, the answer is a clear refusal with a German sentence, never a fault of the portal, and nothing has
 * changed.
 */
@PortalTest
class BadInputTest {

    private static final String LONG = "ä".repeat(3_000);
    /** Wrong in a field of text that has to be there. */
    private static final List<Object> WRONG_TEXTS = Arrays.asList(
            null,
            "",
            "   ",
            LONG,
            "A\u0000B",
            "A\u0007B",
            "A\u001bB",
            "\u202eB",
            "A\nB",
            Map.of("a", 1),
            List.of("a"),
            List.of());
    /** Wrong in a field of a whole number. */
    private static final List<Object> WRONG_NUMBERS = Arrays.asList(
            null,
            "",
            "abc",
            "1,5",
            Map.of(),
            List.of(1),
            true,
            new java.math.BigDecimal("1.5"),
            new java.math.BigDecimal("1e400"),
            new java.math.BigInteger("99999999999999999999999"),
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            -1);

    @Inject
    Given given;

    @Inject
    Database database;

    private long seminar;
    private String reference;
    private User nsi;
    private User ministry;
    private User langenhagen;
    private Map<String, List<String>> before;

    @BeforeEach
    void somethingThatCouldBeChanged() {
        seminar = given.aSeminar().published();
        reference = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        nsi = given.account(Role.NSI, null);
        ministry = given.account(Role.MINISTRY, null);
        langenhagen = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        before = Changes.content(database);
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(Changes.content(database)).isEqualTo(before);
    }

    private static void assertRefused(Response answer, String what, Integer... due) {
        String text = what + " → " + answer.statusCode() + " "
                + answer.asString().lines().limit(4).toList();
        assertThat(answer.statusCode()).as(text).isIn((Object[]) due);
        if (answer.contentType().startsWith("text/html")) {
            assertThat(answer.asString())
                    .as(text)
                    .contains("<html lang=\"de\">")
                    .contains("<h1")
                    .doesNotContain("Exception")
                    .doesNotContain("NOT_FOUND");
        } else {
            JsonContractTest.assertProblem(answer, answer.statusCode(), answer.path("code"));
        }
    }

    private static void assertViolation(Response answer, String what, String field) {
        assertRefused(answer, what, 400);
        assertThat(answer.<List<String>>path("violations.field"))
                .as(what)
                .anySatisfy(name -> assertThat(name).startsWith(field));
        assertThat(answer.<List<String>>path("violations.message"))
                .as(what)
                .allSatisfy(message -> assertThat(message).isNotBlank().doesNotContain("{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"participant.firstName", "participant.lastName", "participant.email"})
    void a_registration_with_a_wrong_text(String field) {
        RequestSpecification program = Program.of(langenhagen);
        for (Object wrong : WRONG_TEXTS) {
            Map<String, Object> body = Bodies.with(Bodies.registration(seminar), field, wrong);
            assertViolation(program.body(body).post("/api/v1/registrations"), field + " = " + wrong, field);
            assertViolation(program.body(body).post("/api/v1/registrations/preview"), field + " = " + wrong, field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"participant.jobTitle", "participant.accessibilityNeeds"})
    void a_registration_with_a_wrong_text_that_could_be_missing(String field) {
        RequestSpecification program = Program.of(langenhagen);
        for (Object wrong : List.of(LONG, "A\u0000B", "A\u0007B", Map.of("a", 1), List.of("a"))) {
            assertViolation(
                    program.body(Bodies.with(Bodies.registration(seminar), field, wrong))
                            .post("/api/v1/registrations"),
                    field + " = " + wrong,
                    field);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kein-at",
                "@kommune.example",
                "a@",
                "a@b",
                "a@@kommune.example",
                "a b@kommune.example",
                "a@kommune..example",
                "a@-kommune.example",
                "<a@kommune.example>",
                "a@kommune.example, b@kommune.example",
                "a@kommune.example\r\nBcc: b@x.example",
                "mailto:a@kommune.example ",
                "a@kommune.e"
            })
    void a_registration_with_an_address_that_is_none(String address) {
        assertViolation(
                Program.of(langenhagen)
                        .body(Bodies.with(Bodies.registration(seminar), "participant.email", address))
                        .post("/api/v1/registrations"),
                address,
                "participant.email");
        Response page = Visitor.signedIn(langenhagen)
                .send("/anmeldungen/neu", Bodies.with(Bodies.registrationForm(seminar), "participant.email", address));
        assertRefused(page, address, 400);
        assertThat(page.asString())
                .contains("Fehler: Person anmelden")
                .contains("aria-describedby=\"participant.email-error")
                .contains("href=\"#participant.email\"")
                .contains("value=\"Süßmilch\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"participant.firstName", "participant.lastName", "participant.jobTitle"})
    void a_name_that_carries_an_address_to_somewhere(String field) {
        RequestSpecification program = Program.of(langenhagen);
        for (String relay : List.of(
                "Gewinn auf http://boese.example",
                "HTTPS boese",
                "www.boese.example",
                "Anna WWW.BOESE.example",
                "ftp://boese.example",
                "anna@boese.example",
                "Anna \uff20 boese.example",
                "boese.com",
                "Konto-gesperrt.de/jetzt")) {
            assertViolation(
                    program.body(Bodies.with(Bodies.registration(seminar), field, relay))
                            .post("/api/v1/registrations"),
                    relay,
                    field);
        }
    }

    @Test
    void a_registration_with_a_wrong_seminar_or_kommune() {
        RequestSpecification program = Program.of(langenhagen);
        for (Object wrong : WRONG_NUMBERS) {
            assertRefused(
                    program.body(Bodies.with(Bodies.registration(seminar), "seminarId", wrong))
                            .post("/api/v1/registrations"),
                    "seminarId = " + wrong,
                    400,
                    404);
        }
        assertRefused(
                program.body(Bodies.with(Bodies.registration(seminar), "seminarId", seminar + 1_000))
                        .post("/api/v1/registrations"),
                "unknown seminar",
                404);
        for (Object wrong :
                Arrays.asList("x", "", LONG, "\u0000", Map.of(), List.of(), Given.SOTTRUM, "999999999999")) {
            assertRefused(
                    program.body(Bodies.with(Bodies.registration(seminar + 1_000), "kommuneArs", wrong))
                            .post("/api/v1/registrations"),
                    "kommuneArs = " + wrong,
                    400,
                    404);
        }
        RequestSpecification ofNsi = Program.of(nsi);
        for (Object wrong : Arrays.asList(null, "x", "", LONG, "\u0000", Map.of(), List.of(), "999999999999")) {
            assertRefused(
                    ofNsi.body(Bodies.with(Bodies.registration(seminar), "kommuneArs", wrong))
                            .post("/api/v1/registrations"),
                    "kommuneArs of NSI = " + wrong,
                    400,
                    404);
        }
        assertRefused(
                program.body(Bodies.with(Bodies.registration(seminar), "acceptWaiting", "vielleicht"))
                        .post("/api/v1/registrations"),
                "acceptWaiting",
                400);
        assertRefused(
                program.body(Bodies.with(Bodies.registration(seminar), "participant", "Anna"))
                        .post("/api/v1/registrations"),
                "participant as text",
                400);
        assertRefused(
                program.body(Bodies.with(Bodies.registration(seminar), "participant", null))
                        .post("/api/v1/registrations"),
                "no participant",
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "venue"})
    void a_seminar_with_a_wrong_text(String field) {
        RequestSpecification program = Program.of(nsi);
        for (Object wrong : WRONG_TEXTS) {
            assertViolation(
                    program.body(Bodies.with(Bodies.seminar(0), field, wrong)).post("/api/v1/seminars"),
                    field + " = " + wrong,
                    field);
            assertViolation(
                    program.body(Bodies.with(Bodies.seminar(version()), field, wrong))
                            .put("/api/v1/seminars/" + seminar),
                    field + " = " + wrong,
                    field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"capacity", "feeCents"})
    void a_seminar_with_a_wrong_number(String field) {
        RequestSpecification program = Program.of(nsi);
        for (Object wrong : WRONG_NUMBERS) {
            assertViolation(
                    program.body(Bodies.with(Bodies.seminar(0), field, wrong)).post("/api/v1/seminars"),
                    field + " = " + wrong,
                    field);
        }
        assertViolation(
                program.body(Bodies.with(Bodies.seminar(0), "capacity", 0)).post("/api/v1/seminars"),
                "no seat",
                "capacity");
        assertViolation(
                program.body(Bodies.with(Bodies.seminar(0), "capacity", 501)).post("/api/v1/seminars"),
                "too many seats",
                "capacity");
    }

    @Test
    void a_seminar_with_wrong_days_or_deadlines() {
        RequestSpecification program = Program.of(nsi);
        for (Object wrong : Arrays.asList(
                null,
                List.of(),
                "morgen",
                Map.of(),
                Arrays.asList((Object) null),
                List.of(Map.of()),
                List.of(Map.of("date", "2027-02-30")),
                List.of(Map.of("date", "gestern")),
                List.of(Map.of("date", "2026-05-03")),
                List.of(Map.of("date", "9999-12-31")),
                List.of(Map.of("date", "+999999999-12-31")),
                List.of(Map.of("date", "-0001-01-01")),
                List.of(Map.of("date", "2027-05-03", "begin", "25:00")),
                List.of(Map.of("date", "2027-05-03", "begin", "16:00", "end", "09:00")),
                List.of(Map.of("date", "2027-05-03"), Map.of("date", "2027-05-03")),
                java.util.stream.IntStream.range(0, 400)
                        .mapToObj(i -> Map.of(
                                "date",
                                java.time.LocalDate.of(2027, 5, 3).plusDays(i).toString()))
                        .toList())) {
            assertViolation(
                    program.body(Bodies.with(Bodies.seminar(0), "days", wrong)).post("/api/v1/seminars"),
                    "days = " + wrong,
                    "days");
        }
        for (String field : List.of("opensAt", "closesAt")) {
            for (Object wrong : Arrays.asList(
                    null,
                    "",
                    "gestern",
                    "2027-02-30T08:00:00Z",
                    "2027-02-03T08:00:00",
                    Map.of(),
                    List.of(),
                    "+1000000001-12-31T00:00:00Z")) {
                assertViolation(
                        program.body(Bodies.with(Bodies.seminar(0), field, wrong))
                                .post("/api/v1/seminars"),
                        field + " = " + wrong,
                        field);
            }
        }
        for (Object wrong : Arrays.asList(
                "-999999999-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                -1,
                Long.MAX_VALUE,
                new java.math.BigDecimal("1e400"),
                "+999999999-12-31T00:00:00Z")) {
            assertRefused(
                    program.body(Bodies.with(Bodies.seminar(0), "opensAt", wrong))
                            .post("/api/v1/seminars"),
                    "opensAt = " + wrong,
                    400);
        }
        assertViolation(
                program.body(Bodies.with(Bodies.seminar(0), "closesAt", "2027-02-01T08:00:00Z"))
                        .post("/api/v1/seminars"),
                "closes before it opens",
                "closesAt");
        assertViolation(
                program.body(Bodies.with(Bodies.seminar(0), "closesAt", "2027-06-01T08:00:00Z"))
                        .post("/api/v1/seminars"),
                "closes after it began",
                "closesAt");
    }

    @Test
    void a_change_with_a_wrong_version_and_a_copy_with_a_wrong_day() {
        RequestSpecification program = Program.of(nsi);
        for (Object wrong :
                Arrays.asList("", "x", Map.of(), List.of(), new java.math.BigDecimal("1.5"), Long.MAX_VALUE, null)) {
            assertRefused(
                    program.body(Bodies.with(Bodies.seminar(0), "version", wrong))
                            .put("/api/v1/seminars/" + seminar),
                    "version = " + wrong,
                    400);
        }
        assertRefused(program.body(Bodies.seminar(99)).put("/api/v1/seminars/" + seminar), "unknown version", 409);
        for (Object wrong : Arrays.asList(
                null,
                "",
                "gestern",
                "2027-02-30",
                "2020-01-01",
                "9999-12-31",
                "+999999999-12-31",
                Map.of(),
                List.of(),
                true)) {
            assertRefused(
                    program.body(Bodies.with(Map.of(), "firstDay", wrong))
                            .post("/api/v1/seminars/" + seminar + "/copy"),
                    "firstDay = " + wrong,
                    400);
        }
    }

    @Test
    void an_adjustment_of_the_budget_that_makes_no_sense() {
        RequestSpecification program = Program.of(ministry);
        List<Object> wrongAmounts = new ArrayList<>(WRONG_NUMBERS);
        wrongAmounts.remove((Object) (-1));
        wrongAmounts.add(0);
        for (Object wrong : wrongAmounts) {
            assertRefused(
                    program.body(Bodies.with(Map.of("reason", "Erlass"), "amountCents", wrong))
                            .post("/api/v1/budget/adjustments"),
                    "amountCents = " + wrong,
                    400,
                    409);
        }
        for (Object wrong : WRONG_TEXTS) {
            if (!"A\nB".equals(wrong)) {
                assertViolation(
                        program.body(Bodies.with(Map.of("amountCents", 1), "reason", wrong))
                                .post("/api/v1/budget/adjustments"),
                        "reason = " + wrong,
                        "reason");
            }
        }
        Visitor visitor = Visitor.signedIn(ministry);
        for (String amount : List.of(
                "",
                "x",
                "-5",
                "1,2,3",
                "1.00.0",
                "0",
                "0,001",
                "1e400",
                "99999999999999999999999999",
                "9223372036854775807",
                "NaN",
                "=1+1",
                "1\u0000",
                "١٢٣",
                " ",
                "½")) {
            assertRefused(
                    visitor.send("/budget/anpassen", "direction", "raise", "amount", amount, "reason", "Erlass"),
                    "amount = " + amount,
                    400);
        }
        assertRefused(
                visitor.send("/budget/anpassen", "direction", "seitwärts", "amount", "5", "reason", "Erlass"),
                "direction",
                400);
        assertRefused(
                visitor.send("/budget/anpassen", "direction", "raise", "amount", "5", "reason", " "), "reason", 400);
        assertRefused(
                visitor.send("/budget/anpassen", "direction", "lower", "amount", "200.000", "reason", "Kürzung"),
                "below committed",
                409);
        assertRefused(visitor.send("/budget/anpassen"), "nothing at all", 400);
    }

    @Test
    void the_form_of_a_registration_filled_in_wrongly_comes_back_with_what_was_typed() {
        Visitor visitor = Visitor.signedIn(langenhagen);
        for (String field : List.of("participant.firstName", "participant.lastName", "participant.email")) {
            for (String wrong : List.of("", "  ", LONG, "A\u0000B", "A\u0007B")) {
                Response page =
                        visitor.send("/anmeldungen/neu", Bodies.with(Bodies.registrationForm(seminar), field, wrong));
                assertRefused(page, field + " = " + wrong, 400);
                assertThat(page.asString())
                        .contains("<title>Fehler: ")
                        .contains("id=\"" + field + "-error\"")
                        .contains("value=\"Bürgerbüro\"")
                        .contains("role=\"alert\"");
            }
        }
        assertRefused(visitor.send("/anmeldungen/neu"), "nothing at all", 400);
        for (String wrong :
                List.of("abc", "-1", "99999999999999999999999", "1e400", "1 or 1=1", String.valueOf(seminar + 1_000))) {
            assertRefused(
                    visitor.send("/anmeldungen/neu", Bodies.with(Bodies.registrationForm(seminar), "seminarId", wrong)),
                    "seminarId = " + wrong,
                    400,
                    404);
        }
        assertRefused(
                visitor.send(
                        "/anmeldungen/neu", Bodies.with(Bodies.registrationForm(seminar), "kommuneArs", Given.SOTTRUM)),
                "another Kommune",
                404);
        assertRefused(visitor.send("/anmeldungen/" + reference + "/stornieren"), "another Kommune's registration", 404);
        Visitor ofNsi = Visitor.signedIn(nsi);
        for (String wrong : List.of("", "x", "999999999999", "032410010010; drop table kommune", LONG)) {
            assertRefused(
                    ofNsi.send("/anmeldungen/neu", Bodies.with(Bodies.registrationForm(seminar), "kommuneArs", wrong)),
                    "kommuneArs = " + wrong,
                    400,
                    404);
        }
    }

    @Test
    void the_form_of_a_seminar_filled_in_wrongly_comes_back_with_what_was_typed() {
        Visitor visitor = Visitor.signedIn(nsi);
        Map<String, List<String>> wrongs = new java.util.LinkedHashMap<>();
        wrongs.put("title", List.of("", LONG, "A\u0000B"));
        wrongs.put("venue", List.of("", LONG, "A\u0000B"));
        wrongs.put("capacity", List.of("", "x", "0", "-1", "501", "1e3", "99999999999999999999", "1,5"));
        wrongs.put("fee", List.of("", "x", "-1", "1e400", "99999999999999999999", "100.000,01", "0,001"));
        wrongs.put("day1", List.of("2027-02-30", "gestern", "01.01.2020", "99999-01-01", "31.12.9999"));
        wrongs.put("begin1", List.of("", "25:00", "x", "17:00"));
        wrongs.put("end1", List.of("", "25:00", "x", "08:00"));
        wrongs.put("opensDate", List.of("", "x", "2027-05-01", "2027-02-30"));
        wrongs.put("opensTime", List.of("", "x", "24:01"));
        wrongs.put("closesDate", List.of("", "x", "2027-06-01", "2027-01-01"));
        wrongs.put("closesTime", List.of("", "x"));
        wrongs.forEach((field, values) -> values.forEach(wrong -> {
            for (String path : List.of("/seminare/neu", "/seminare/" + seminar + "/bearbeiten")) {
                boolean pastDayOfWhatHasBegun =
                        path.endsWith("bearbeiten") && "day1".equals(field) && wrong.contains(".");
                if (!pastDayOfWhatHasBegun) {
                    Response page = visitor.send(
                            path,
                            Bodies.with(
                                    Bodies.with(Bodies.seminarForm(), "version", String.valueOf(version())),
                                    field,
                                    wrong));
                    assertRefused(page, path + " " + field + " = " + wrong, 400);
                    assertThat(page.asString())
                            .contains("<title>Fehler: ")
                            .contains("-error\"")
                            .contains("value=\"04.05.2027\"");
                }
            }
        }));
        assertRefused(visitor.send("/seminare/neu"), "nothing at all", 400);
        for (String wrong : List.of("", "gestern", "2027-02-30", "2020-01-01", "9999-12-31", LONG)) {
            assertRefused(
                    visitor.send("/seminare/" + seminar + "/kopieren", "firstDay", wrong), "copy to " + wrong, 400);
        }
        for (String wrong : List.of("", "x", "99999999999", "-1")) {
            assertRefused(
                    visitor.send(
                            "/seminare/" + seminar + "/bearbeiten",
                            Bodies.with(Bodies.seminarForm(), "version", wrong)),
                    "version = " + wrong,
                    400,
                    409);
        }
        assertThat(visitor.send("/seminare/" + seminar + "/veroeffentlichen").statusCode())
                .as("published twice: it is done")
                .isEqualTo(303);
    }

    private long version() {
        return database.number("select version from seminar where id = ?", seminar);
    }

    @Test
    void signing_in_with_nonsense() {
        for (Object body : Arrays.asList(
                Map.of(),
                Map.of("email", "a"),
                Map.of("password", "b"),
                Map.of("email", LONG, "password", LONG),
                Map.of("email", List.of(), "password", Map.of()),
                Map.of("email", "a\u0000@b.de", "password", "x"),
                Map.of("email", "", "password", ""))) {
            assertRefused(Program.anonymous().body(body).post("/api/v1/auth/token"), "token " + body, 400, 401);
        }
        for (Object body : Arrays.asList(
                Map.of(),
                Map.of("refreshToken", ""),
                Map.of("refreshToken", LONG),
                Map.of("refreshToken", "unbekannt"),
                Map.of("refreshToken", List.of()),
                Map.of("refreshToken", "\u0000"))) {
            assertRefused(Program.anonymous().body(body).post("/api/v1/auth/refresh"), "refresh " + body, 400, 401);
        }
        Visitor visitor = Visitor.anonymous();
        assertRefused(visitor.send("/einloggen"), "nothing at all", 400);
        assertRefused(visitor.send("/einloggen", "email", LONG, "password", LONG), "too long", 400, 401);
        assertRefused(
                visitor.send("/einloggen", "email", "<script>alert(1)</script>", "password", "x"),
                "a script",
                400,
                401);
    }

    @Test
    void an_invitation_for_nobody() {
        RequestSpecification program = Program.of(nsi);
        for (Object role : Arrays.asList(null, "", "CHEF", 1, Map.of(), List.of())) {
            assertRefused(
                    program.body(Bodies.with(Map.of("kommuneArs", Given.LANGENHAGEN), "role", role))
                            .post("/api/v1/invitations"),
                    "role = " + role,
                    400);
        }
        for (Object ars : Arrays.asList(null, "", "x", "999999999999", LONG, "\u0000", Map.of())) {
            assertRefused(
                    program.body(Bodies.with(Map.of("role", "KOMMUNE"), "kommuneArs", ars))
                            .post("/api/v1/invitations"),
                    "kommuneArs = " + ars,
                    400,
                    404,
                    409);
        }
        Visitor visitor = Visitor.signedIn(nsi);
        for (String role : List.of("", "CHEF", "KOMMUNE")) {
            assertRefused(visitor.send("/zugaenge", "role", role), "role = " + role, 400);
        }
        assertRefused(
                visitor.send("/zugaenge", "role", "KOMMUNE", "kommuneArs", "999999999999"),
                "unknown Kommune",
                400,
                404);
        assertRefused(visitor.get("/zugaenge?page=-1"), "page", 400);
    }

    static List<String> textsInAddresses() {
        return List.of(
                "0",
                "-1",
                "abc",
                "1.5",
                "1e400",
                "99999999999999999999999999",
                "%00",
                "%01",
                "%7f",
                "%0d%0aSet-Cookie:%20a=b",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "..%2f..%2fetc%2fpasswd",
                "%27%20or%201=1--",
                "%C3%A4%CC%88",
                "%F0%9F%98%80",
                "x".repeat(2_000),
                "null",
                "%20",
                "%25");
    }

    @ParameterizedTest
    @MethodSource("textsInAddresses")
    void an_id_that_is_none(String id) {
        Visitor visitor = Visitor.signedIn(nsi);
        for (String path : List.of(
                "/seminare/%s",
                "/seminare/%s/bearbeiten",
                "/seminare/%s/kopieren",
                "/seminare/%s/veroeffentlichen",
                "/seminare/%s/teilnehmende",
                "/seminare/%s/teilnehmende.csv",
                "/anmeldungen/%s",
                "/anmeldungen/%s/stornieren",
                "/einladung/%s")) {
            assertRefused(visitor.get(path.replace("%s", id)), path + " " + id, 400, 404);
        }
        String token = Program.token(nsi);
        for (String path : List.of(
                "/api/v1/seminars/%s",
                "/api/v1/seminars/%s/registrations",
                "/api/v1/seminars/%s/registrations.csv",
                "/api/v1/registrations/%s",
                "/api/v1/kommunen/%s",
                "/api/v1/seminars/%s/calendar.ics")) {
            assertRefused(
                    Program.withToken(token)
                            .accept("*/*")
                            .urlEncodingEnabled(false)
                            .get(path.replace("%s", id)),
                    path + " " + id,
                    400,
                    404);
        }
        for (String path : List.of("/api/v1/seminars/%s/publication", "/api/v1/registrations/%s/cancellation")) {
            assertRefused(
                    Program.withToken(token).urlEncodingEnabled(false).post(path.replace("%s", id)),
                    path + " " + id,
                    400,
                    404);
        }
    }

    @Test
    void filters_that_make_no_sense() {
        Visitor visitor = Visitor.signedIn(nsi);
        String token = Program.token(nsi);
        for (String wrong : List.of("%00", "x".repeat(3_000), "%0d%0a", "abc%07")) {
            for (String path : List.of(
                    "/seminare?q=",
                    "/kommunen?q=",
                    "/anmeldungen?q=",
                    "/anmeldungen.csv?q=",
                    "/seminare/" + seminar + "/teilnehmende?q=",
                    "/seminare/" + seminar + "/teilnehmende.xlsx?q=")) {
                Response answer = visitor.get(path + wrong);
                assertThat(answer.statusCode()).as(path + wrong).isIn(200, 400);
            }
            for (String path : List.of(
                    "/api/v1/seminars?q=",
                    "/api/v1/kommunen?q=",
                    "/api/v1/registrations?q=",
                    "/api/v1/audit?action=",
                    "/api/v1/audit?subjectId=")) {
                Response answer =
                        Program.withToken(token).urlEncodingEnabled(false).get(path + wrong);
                assertThat(answer.statusCode()).as(path + wrong).isIn(200, 400);
            }
        }
        for (String path : List.of(
                "/api/v1/seminars?from=gestern",
                "/api/v1/seminars?to=2027-02-30",
                "/api/v1/seminars?free=vielleicht",
                "/api/v1/kommunen?type=DORF",
                "/api/v1/kommunen?eligible=2",
                "/api/v1/registrations?status=weg",
                "/api/v1/registrations?seminarId=x",
                "/api/v1/registrations?seminarId=1e400",
                "/api/v1/registrations.csv?status=weg",
                "/api/v1/budget?asOf=x",
                "/api/v1/audit?actorId=x",
                "/api/v1/audit?from=x",
                "/api/v1/budget?asOf=99999-01-01")) {
            assertRefused(
                    Program.withToken(token)
                            .accept("*/*")
                            .urlEncodingEnabled(false)
                            .get(path),
                    path,
                    400);
        }
        for (String path : List.of(
                "/kommunen?art=DORF",
                "/kommunen?alle=vielleicht",
                "/kommunen?page=-1",
                "/anmeldungen?status=weg",
                "/anmeldungen?page=99999999999",
                "/seminare?frei=x",
                "/seminare?page=x",
                "/anmeldungen.xlsx?status=weg",
                "/kommunen.csv?art=DORF")) {
            assertRefused(visitor.get(path), path, 400);
        }
        for (String path : List.of(
                "/seminare?monat=x",
                "/seminare?monat=99999-13",
                "/budget?stand=x",
                "/budget?stand=0001-01-01",
                "/budget?stand=9999-12-31",
                "/seminare?ansicht=x",
                "/?kommune=%00",
                "/antwort?kommune=" + "x".repeat(500),
                "/seminare?page=1000000")) {
            assertThat(visitor.get(path).statusCode()).as(path).isIn(200, 400);
        }
        Visitor ofMinistry = Visitor.signedIn(ministry);
        for (String path : List.of(
                "/buchungen?von=x",
                "/buchungen?art=x",
                "/buchungen?page=-1",
                "/buchungen.csv?von=x",
                "/buchungen.xlsx?art=x")) {
            assertRefused(ofMinistry.get(path), path, 400);
        }
        String deep = java.util.stream.IntStream.range(0, 500)
                .mapToObj(i -> "p" + i + "=1")
                .collect(java.util.stream.Collectors.joining("&"));
        assertThat(visitor.get("/seminare?" + deep).statusCode()).isIn(200, 400, 414);
    }

    @Test
    void scripts_and_formulas_in_a_filter_are_shown_as_text() {
        Visitor visitor = Visitor.signedIn(nsi);
        for (String path : List.of(
                "/?kommune=",
                "/antwort?kommune=",
                "/seminare?q=",
                "/kommunen?q=",
                "/anmeldungen?q=",
                "/seminare/" + seminar + "/teilnehmende?q=",
                "/seminare?monat=",
                "/seminare?ansicht=",
                "/anmeldungen?status=",
                "/budget?stand=",
                "/hilfe?meldung=",
                "/einladung/")) {
            String page = visitor.get(path + "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                    .asString();
            assertThat(page).as(path).doesNotContain("<script>alert").doesNotContain("\"><script");
        }
        String signIn = Visitor.anonymous()
                .get("/einloggen?ziel=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                .asString();
        assertThat(signIn).doesNotContain("<script>alert");
    }
}
