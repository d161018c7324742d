package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.paper.PdfCheck;
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

/** Documents by their addresses: who gets which, as what; and the page that says whether a certificate is genuine. */
@PortalTest
class DocumentPagesTest {

    @Inject
    Given given;

    @Inject
    AttendanceFixture held;

    private AttendanceFixture.Held closed;
    private User nsi;
    private User own;
    private User other;

    @BeforeEach
    void aClosedSeminar() {
        closed = held.where(AttendanceFixture.TWO_DAYS, "O'Neill", "<script>alert(1)</script>");
        nsi = given.account(Role.NSI, null);
        own = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        other = given.account(Role.KOMMUNE, Given.SOTTRUM);
    }

    private String path(String route) {
        return route.replace("{reference}", closed.reference()).replace("{id}", String.valueOf(closed.seminar()));
    }

    private Response get(User user, String route) {
        return route.startsWith("/api/")
                ? Program.of(user).accept("*/*").get(path(route))
                : Visitor.signedIn(user).get(path(route));
    }

    @ParameterizedTest
    @CsvSource({
        "/anmeldungen/{reference}/bestaetigung.pdf, 200, 404, Anmeldebestätigung, anmeldebestaetigung",
        "/api/v1/registrations/{reference}/confirmation.pdf, 200, 404, Anmeldebestätigung, anmeldebestaetigung",
        "/anmeldungen/{reference}/teilnahmebescheinigung.pdf, 200, 404, Teilnahmebescheinigung, teilnahmebescheinigung",
        "/api/v1/registrations/{reference}/certificate.pdf, 200, 404, Teilnahmebescheinigung, teilnahmebescheinigung",
        "/seminare/{id}/anwesenheitsliste.pdf, 403, 403, Anwesenheitsliste, anwesenheitsliste",
        "/api/v1/seminars/{id}/attendance-list.pdf, 403, 403, Anwesenheitsliste, anwesenheitsliste",
        "/seminare/{id}/tischschilder.pdf, 403, 403, Anna O'Neill, tischschilder",
        "/api/v1/seminars/{id}/name-signs.pdf, 403, 403, Anna O'Neill, tischschilder",
        "/seminare/{id}/teilnahmebescheinigungen.pdf, 403, 403, Teilnahmebescheinigung, teilnahmebescheinigungen",
        "/api/v1/seminars/{id}/certificates.pdf, 403, 403, Teilnahmebescheinigung, teilnahmebescheinigungen"
    })
    void a_document_is_a_pdf_for_whom_it_concerns(String route, int forOwn, int forOther, String text, String name) {
        Response file = get(nsi, route);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"" + name + "-[A-Za-z0-9-]+\\.pdf\"")
                .doesNotContain("Neill");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(PdfCheck.text(file.asByteArray())).contains(text).contains("O'Neill");
        assertThat(get(own, route).statusCode()).isEqualTo(forOwn);
        assertThat(get(other, route).statusCode()).isEqualTo(forOther);
        assertThat(get(given.account(Role.MINISTRY, null), route).statusCode()).isEqualTo(403);
    }

    @Test
    void a_document_that_does_not_exist_says_why() {
        String reference =
                given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published());
        Response page = Visitor.signedIn(nsi).get("/anmeldungen/" + reference + "/teilnahmebescheinigung.pdf");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("Keine Bescheinigung").contains("abgeschlossen hat");
        Response problem =
                Program.of(nsi).accept("*/*").get("/api/v1/registrations/" + reference + "/cost-statement.pdf");
        assertThat(problem.statusCode()).isEqualTo(409);
        assertThat(problem.contentType()).startsWith("application/problem+json");
        assertThat(problem.<String>path("code")).isEqualTo("NOTHING_OWED");
        assertThat(Visitor.signedIn(nsi)
                        .get("/anmeldungen/" + reference + "/rechnung.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_interface_tells_of_a_certificate_reissues_and_withdraws_it() {
        String certificate = path("/api/v1/registrations/{reference}/certificate");
        Response json = Program.of(own).get(certificate);
        String number = json.path("number");
        assertThat(number).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-1");
        assertThat(json.<Integer>path("units")).isEqualTo(16);
        assertThat(json.<Boolean>path("shortened")).isTrue();
        assertThat(Program.of(other).get(certificate).statusCode()).isEqualTo(404);
        assertThat(Program.of(own)
                        .body(Map.of("reason", "Grund"))
                        .post(certificate + "/reissue")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Program.of(nsi).body(Map.of()).post(certificate + "/reissue").<String>path("violations[0].field"))
                .isEqualTo("reason");
        Response anew = Program.of(nsi)
                .body(Map.of("reason", "Name falsch geschrieben"))
                .post(certificate + "/reissue");
        assertThat(anew.<String>path("number")).endsWith("-2");
        Response withdrawn = Program.of(nsi).body(Map.of("reason", "Irrtum")).post(certificate + "/withdrawal");
        assertThat(withdrawn.<String>path("withdrawalReason")).isEqualTo("Irrtum");
        Response checked = Program.anonymous()
                .body(Map.of("number", anew.<String>path("number"), "code", anew.<String>path("checkCode")))
                .post("/api/v1/certificates/check");
        assertThat(checked.<Boolean>path("genuine")).isTrue();
        assertThat(checked.<Boolean>path("valid")).isFalse();
        assertThat(Program.of(given.account(Role.KOMMUNE, Given.LANGENHAGEN))
                        .get(path("/api/v1/registrations/{reference}/certificate.pdf"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_nsi_reissues_and_withdraws_on_a_page() {
        Visitor visitor = Visitor.signedIn(nsi);
        String page = path("/anmeldungen/{reference}/bescheinigung");
        assertThat(visitor.get(page).asString()).contains("gültig").contains("Anna O&#39;Neill");
        assertThat(visitor.send(page + "/zurueckziehen", "reason", "").asString())
                .contains("Fehler:")
                .contains("Bitte geben Sie „Begründung“ an.");
        Response done = visitor.send(page + "/zurueckziehen", "reason", "Irrtum");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.get(done.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .asString())
                .contains("Die Bescheinigung ist zurückgezogen.")
                .contains("Irrtum")
                .doesNotContain("Bescheinigung (PDF)");
        assertThat(visitor.send(page + "/zurueckziehen", "reason", "Noch einmal")
                        .statusCode())
                .isEqualTo(409);
        assertThat(visitor.send(page + "/neu-ausstellen", "reason", "Doch echt").statusCode())
                .isEqualTo(303);
        assertThat(visitor.get(page).asString()).contains("-2</h1>").contains("Bescheinigung (PDF)");
        assertThat(Visitor.signedIn(own).get(page).statusCode()).isEqualTo(403);
        assertThat(visitor.get("/anmeldungen/"
                                + given.registered(
                                        given.staffOf(Given.SOTTRUM),
                                        given.aSeminar().published()) + "/bescheinigung")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anybody_checks_a_certificate_and_learns_no_name() {
        Response certificate = Program.of(nsi).get(path("/api/v1/registrations/{reference}/certificate"));
        Visitor visitor = Visitor.anonymous();
        assertThat(visitor.get("/hilfe").asString()).contains("href=\"/pruefen\"");
        Response form = visitor.get("/pruefen");
        Response genuine = visitor.sendForm(
                form, "/pruefen", "number", certificate.path("number"), "code", certificate.path("checkCode"));
        assertThat(genuine.statusCode()).isEqualTo(200);
        assertThat(genuine.asString())
                .contains("Diese Bescheinigung ist echt.")
                .contains("16 Unterrichtseinheiten")
                .contains("anwesend an 2 von 3 Tagen")
                .contains("A. O.")
                .doesNotContain("Neill")
                .doesNotContain("Langenhagen");
        Response wrong =
                visitor.sendForm(form, "/pruefen", "number", certificate.path("number"), "code", "AAAA-AAAA-AAAA");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.asString())
                .contains("gibt es keine Bescheinigung")
                .doesNotContain("Unterrichtseinheiten zu je")
                .doesNotContain("A. O.");
        assertThat(visitor.sendForm(form, "/pruefen", "number", "", "code", "").asString())
                .contains("Fehler:")
                .contains("Bitte geben Sie „Nummer“ an.");
        assertThat(visitor.sendWithToken(null, "/pruefen", "number", "x", "code", "y")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.sendForm(form, "/pruefen", "number", "<script>alert(1)</script>", "code", "\"><img src=x>")
                        .asString())
                .doesNotContain("<script>alert")
                .doesNotContain("\"><img");
    }

    @Test
    void guessing_on_the_page_ends_with_too_many_tries() {
        Visitor visitor = Visitor.anonymous();
        Response form = visitor.get("/pruefen");
        Response last = null;
        for (int i = 0; i <= 20; i++) {
            last = visitor.sendForm(form, "/pruefen", "number", "7K3M-Q9XA-1", "code", "AAAA-AAAA-AAAA");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isEqualTo("900");
        assertThat(last.asString()).contains("Zu viele Versuche");
        assertThat(Program.anonymous()
                        .body(Map.of("number", "7K3M-Q9XA-1", "code", "A"))
                        .post("/api/v1/certificates/check")
                        .statusCode())
                .isEqualTo(429);
    }

    private static List<String> letters(Response file) throws IOException {
        assertThat(file.statusCode()).isEqualTo(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> IntStream.range(0, 9).mapToObj(row::getCellText).collect(Collectors.joining(";")))
                    .toList();
        }
    }

    @Test
    void the_list_for_letters_has_columns_that_never_change() throws IOException {
        for (String route : List.of("/seminare/{id}/serienbrief", "/api/v1/seminars/{id}/mail-merge")) {
            List<String> lines = letters(get(nsi, route + ".xlsx"));
            assertThat(lines.get(0))
                    .isEqualTo("Anrede;Titel;Vorname;Nachname;Dienststelle;Strasse;PLZ;Ort;Briefanrede");
            assertThat(lines)
                    .as("whoever has a seat")
                    .hasSize(3)
                    .contains(";;Anna;O'Neill;Stadt Langenhagen;;30853;Langenhagen;Guten Tag Anna O'Neill");
            assertThat(get(own, route + ".xlsx").statusCode()).isEqualTo(403);
            assertThat(get(nsi, route + ".csv").statusCode())
                    .as("an apostrophe against formulas would stand in the letter")
                    .isEqualTo(404);
            assertThat(letters(get(nsi, route + ".xlsx?q=neill")))
                    .as("the page's filter")
                    .hasSize(2);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                get(nsi, "/seminare/{id}/serienbrief.xlsx").asByteArray()))) {
            Row row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCell(6).getType()).as("PLZ").isEqualTo(CellType.STRING);
            assertThat(workbook.findSheet("Info").orElseThrow().read().stream()
                            .map(line -> line.getCellText(0) + ": " + line.getCellText(1))
                            .toList())
                    .contains("Erstellt von: " + nsi.name() + ", NSI");
        }
    }
}
