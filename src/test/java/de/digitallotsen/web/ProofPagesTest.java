package de.digitallotsen.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.proof.ProofFixture;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proof of use on pages and for programs, from the plan to its acceptance. */
@PortalTest
class ProofPagesTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    ProofFixture proofs;

    @Inject
    AttendanceFixture held;

    @Inject
    CorrectAttendance correct;

    private User nsiUser;
    private User ministryUser;

    @BeforeEach
    void people() {
        nsiUser = given.account(Role.NSI, null);
        ministryUser = given.account(Role.MINISTRY, null);
    }

    private static String followed(Visitor visitor, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return visitor.get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                .asString();
    }

    @Test
    void from_the_plan_over_the_document_to_its_acceptance() {
        Visitor ministry = Visitor.signedIn(ministryUser);
        String done = followed(
                ministry,
                ministry.sendAndConfirm(
                        "/zeitraeume/1/plan",
                        "decisionNumber",
                        "MI 34.2-01/2027",
                        "decisionDate",
                        "1.12.2026",
                        "purpose",
                        "Qualifizierung",
                        "chapterTitle",
                        "0301/684 70",
                        "year-2027",
                        "120.000,00",
                        "year-2028",
                        "80.000"));
        assertThat(done).contains("Die Fassung des Finanzierungsplans ist gespeichert.");
        assertThat(ministry.get("/zeitraeume/1/plan").asString())
                .contains("2027: 120.000,00\u00a0€; 2028: 80.000,00\u00a0€")
                .contains("Der Zeitraum hat begonnen, der Plan steht fest.");
        proofs.paid();
        proofs.ended();
        Visitor nsi = Visitor.signedIn(nsiUser);
        assertThat(nsi.get("/verwendungsnachweis").asString())
                .contains("alles ist abgerechnet")
                .contains("noch kein Nachweis ausgestellt");
        Response sent = nsi.send(
                "/verwendungsnachweis/erstellen",
                "zeitraum",
                "1",
                "narrative",
                "Erster Absatz\r\n\r\n<b>Zweiter</b>",
                "place",
                "Hannover");
        String check = sent.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(nsi.get(check).asString())
                .contains("Jetzt ausstellen")
                .contains("Verwendungsnachweis ausgestellt")
                .doesNotContain("Entwurf");
        assertThat(followed(nsi, nsi.sendForm(nsi.get(check), check)))
                .contains("Der Verwendungsnachweis ist ausgestellt und gespeichert.");
        Visitor auditor = Visitor.signedIn(given.account(Role.AUDITOR, null));
        String page = auditor.get("/verwendungsnachweis/1").asString();
        byte[] pdf = auditor.get("/verwendungsnachweis/1/nachweis.pdf").asByteArray();
        assertThat(page)
                .contains(Hashes.sha256(pdf))
                .contains(Hashes.sha256(
                        auditor.get("/verwendungsnachweis/1/nachweis.xlsx").asByteArray()))
                .contains("&lt;b&gt;Zweiter&lt;/b&gt;")
                .doesNotContain("Abnahme prüfen");
        assertThat(nsi.get("/verwendungsnachweis/erstellen").asString())
                .as("what was written is gone on with")
                .contains("Erster Absatz");
        ministry = Visitor.signedIn(ministryUser);
        assertThat(ministry.send("/verwendungsnachweis/1/abnehmen", "remark", " ")
                        .asString())
                .contains("Prüfvermerk");
        assertThat(followed(
                        ministry,
                        ministry.sendAndConfirm("/verwendungsnachweis/1/abnehmen", "remark", "Keine Beanstandungen.")))
                .contains("Der Verwendungsnachweis ist abgenommen.");
        assertThat(ministry.get("/verwendungsnachweis/1").asString())
                .contains("Keine Beanstandungen.")
                .contains(ministryUser.name());
        assertThat(ministry.send("/verwendungsnachweis/1/abnehmen", "remark", "Noch einmal")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_file_is_checked_by_whoever_holds_it() {
        proofs.issued(nsiUser.asActor(), "Es lief gut.");
        Visitor nsi = Visitor.signedIn(nsiUser);
        byte[] pdf = nsi.get("/verwendungsnachweis/1/nachweis.pdf").asByteArray();
        String hash = Hashes.sha256(pdf);
        Visitor anybody = Visitor.anonymous();
        assertThat(anybody.get("/pruefen").asString()).contains("/pruefen/datei");
        assertThat(anybody.send("/pruefen/datei", "sha256", hash).asString())
                .contains("unverändert")
                .contains("VN-2027-001")
                .doesNotContain(nsiUser.name());
        assertThat(anybody.send("/pruefen/datei", "sha256", "0".repeat(64)).asString())
                .contains("nicht ausgestellt");
        Response wrong = anybody.send("/pruefen/datei", "sha256", "<script>");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("64 Ziffern").doesNotContain("<script>\"");
        assertThat(uploaded(anybody, pdf)).contains("unverändert").contains(hash);
        pdf[100]++;
        assertThat(uploaded(anybody, pdf)).contains("nicht ausgestellt");
    }

    private static String uploaded(Visitor visitor, byte[] file) {
        Response page = visitor.get("/pruefen/datei");
        return given().multiPart("file", "nachweis.pdf", file, "application/pdf")
                .multiPart("csrf-token", Visitor.hiddenFields(page).get("csrf-token"))
                .cookies(page.cookies())
                .accept("text/html")
                .header("Origin", origin())
                .post("/pruefen/datei")
                .asString();
    }

    private static String origin() {
        return "http://localhost:" + io.restassured.RestAssured.port;
    }

    @Test
    void names_are_fetched_again_and_again_from_the_same_page_each_time_with_its_reason() {
        held.where(AttendanceFixture.ALL_DAYS, "Musterperson");
        Visitor ministry = Visitor.signedIn(ministryUser);
        Response page = ministry.get("/verwendungsnachweis");
        String form = page.asString().substring(page.asString().indexOf("mit-namen"));
        assertThat(form.substring(0, form.indexOf("</form>")))
                .as("a key would make the second click the first one")
                .contains("data-download")
                .doesNotContain("schluessel");
        for (String reason : List.of("Stichprobe nach § 44 LHO", "Stichprobe der Belege im Februar")) {
            for (String ending : List.of("pdf", "xlsx")) {
                assertThat(ministry.sendForm(page, "/verwendungsnachweis/mit-namen", "reason", reason, "ending", ending)
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(database.number("select count(*) from audit_entry where action = 'proof-of-use.names'"))
                .isEqualTo(4);
    }

    @Test
    void has_the_names_of_the_interface() {
        Response created = Program.of(nsiUser)
                .body(Map.of("narrative", "Es lief gut.", "place", "Hannover"))
                .post("/api/v1/proofs");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        String address = "/api/v1/proofs/" + created.<String>path("id");
        assertThat(created.header("Location")).endsWith(address);
        Map<String, Object> json = Program.of(ministryUser).get(address).path("");
        assertThat(json)
                .containsOnlyKeys(
                        "id",
                        "periodId",
                        "number",
                        "version",
                        "draft",
                        "spentCents",
                        "paidCents",
                        "sha256",
                        "xlsxSha256",
                        "narrative",
                        "place",
                        "producedAt")
                .containsEntry("number", "VN-2027-001")
                .containsEntry("version", 1)
                .containsEntry("draft", true);
        Response pdf = Program.of(ministryUser).accept("*/*").get(address + ".pdf");
        assertThat(Hashes.sha256(pdf.asByteArray())).isEqualTo(json.get("sha256"));
        Response xlsx = Program.of(ministryUser).accept("*/*").get(address + ".xlsx");
        assertThat(Hashes.sha256(xlsx.asByteArray())).isEqualTo(json.get("xlsxSha256"));
        assertThat(xlsx.header("Content-Disposition")).contains("verwendungsnachweis-vn-2027-001-entwurf.xlsx");
        assertThat(Program.of(ministryUser).get("/api/v1/proofs?periodId=1").<List<Object>>path(""))
                .hasSize(1);
        Response refused =
                Program.of(ministryUser).body(Map.of("remark", "Gut")).post(address + "/acceptance");
        assertThat(refused.<String>path("code")).isEqualTo("PROOF_DRAFT");
        for (String unknown : List.of("/api/v1/proofs/99", "/api/v1/proofs?periodId=99")) {
            assertThat(Program.of(nsiUser).get(unknown).statusCode()).isEqualTo(404);
        }
    }

    /** Of a CSV file only: the rows by heading. */
    private List<Map<String, String>> csv(User user, String path) {
        List<String> lines = Visitor.signedIn(user).get(path).asString().lines().toList();
        List<String> columns = List.of(lines.get(0).replace("\uFEFF", "").split(";", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    List<String> cells = Arrays.asList(line.split(";", -1));
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        row.put(columns.get(i), cells.get(i).replace("\"", ""));
                    }
                    return row;
                })
                .toList();
    }

    private static long sum(List<Map<String, String>> rows, String column, Predicate<Map<String, String>> which) {
        return rows.stream()
                .filter(which)
                .mapToLong(row ->
                        Long.parseLong(row.get(column).replaceAll("[,.\\s]", "").replace("−", "-")))
                .sum();
    }

    @Test
    void every_sum_can_be_worked_out_from_the_exported_csv_files_alone() {
        held.where(AttendanceFixture.NOBODY_CAME, "Vier");
        proofs.paid();
        AttendanceFixture.Held second = held.where(AttendanceFixture.ALL_DAYS, "Zwei", "Drei");
        correct.handle(
                nsiUser.asActor(),
                new CorrectAttendance.Command(second.references().get(1), java.util.Set.of(), "Unterschrift fehlte"));
        given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published());
        Response json = Program.of(ministryUser).get("/api/v1/proof-of-use");
        List<Map<String, String>> ledger = csv(ministryUser, "/buchungen.csv");
        assertThat(sum(ledger, "Festgestellt", row -> true))
                .isEqualTo(json.<Integer>path("spentCents").longValue())
                .isEqualTo(100_000);
        assertThat(sum(ledger, "Zugewiesen", row -> true))
                .isEqualTo(json.<Integer>path("grantedCents").longValue());
        List<Map<String, String>> claims = csv(ministryUser, "/mittelabrufe.csv");
        assertThat(sum(claims, "Betrag", row -> row.get("Stand").equals("gezahlt")))
                .isEqualTo(json.<Integer>path("actual.grantCents").longValue())
                .isEqualTo(json.<Integer>path("paidCents").longValue())
                .isEqualTo(50_000);
        List<Map<String, String>> people = csv(nsiUser, "/anmeldungen.csv");
        long own = sum(people, "Zu zahlen", row -> row.get("Status").contains("teilgenommen"));
        assertThat(own)
                .isEqualTo(json.<Integer>path("actual.ownSharesCents").longValue())
                .isEqualTo(100_000);
        assertThat(own + sum(ledger, "Festgestellt", row -> true))
                .isEqualTo(json.<Integer>path("actual.feesCents").longValue());
    }
}
