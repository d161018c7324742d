package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.registration.RawWorkbook;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list, the preview, the click; and the same for programs. */
@PortalTest
class InviteManyPagesTest {

    private static final String LIST = """
            032410010010;neu@langenhagen.example
            Samtgemeinde Sottrum;neu@sottrum.example
            Nirgendwo;<script>@x.example
            """;

    @Inject
    Given given;

    @Inject
    Database database;

    private User user;
    private Visitor nsi;

    @BeforeEach
    void nsi() {
        user = given.account(Role.NSI, null);
        nsi = Visitor.signedIn(user);
    }

    private Response upload(String name, byte[] content) {
        return nsi.bare()
                .multiPart("csrf-token", nsi.token())
                .multiPart("list", "")
                .multiPart("file", name, content, "application/octet-stream")
                .post("/zugaenge/einladen");
    }

    /** The preview has an address of its own, for whoever sent the list alone. */
    private Response previewed(Response sent) {
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        String preview = sent.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(Visitor.signedIn(given.account(Role.NSI, null)).get(preview).statusCode())
                .isEqualTo(404);
        return nsi.get(preview);
    }

    @Test
    void a_text_is_previewed_and_one_click_sends_what_was_shown_once() {
        Response preview = previewed(nsi.send("/zugaenge/einladen", "list", LIST));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.asString())
                .contains("2 Einladungen würden verschickt.")
                .contains("2 Einladungen verschicken")
                .contains("1 Zeile")
                .contains("„Nirgendwo“ ist keine Kommune")
                .doesNotContain("<script>@");
        assertThat(database.number("select count(*) from invitation")).isZero();
        Response sent = nsi.sendForm(preview, "/zugaenge/einladen/senden");
        assertThat(sent.asString())
                .contains("Eingeladen: 2")
                .contains("Die E-Mails sind unterwegs.")
                .as("the link is for the mailbox")
                .doesNotContain("/einladung/");
        assertThat(nsi.sendForm(preview, "/zugaenge/einladen/senden").asString())
                .as("the same click again gets the same answer")
                .contains("Eingeladen: 2");
        assertThat(database.number("select count(*) from invitation")).isEqualTo(2);
        assertThat(nsi.get("/zugaenge").asString())
                .contains("neu@langenhagen.example")
                .contains("neu@sottrum.example");
        Response again = previewed(nsi.send("/zugaenge/einladen", "list", LIST));
        assertThat(again.asString()).contains("0 Einladungen würden").contains("schon eingeladen");
        assertThat(previewed(nsi.send("/zugaenge/einladen", "list", LIST, "erneut", "ja"))
                        .asString())
                .contains("2 Einladungen würden")
                .contains("wird erneut eingeladen");
    }

    @Test
    void what_has_changed_since_is_shown_anew_and_invites_nobody() {
        Response preview = previewed(nsi.send("/zugaenge/einladen", "list", LIST));
        nsi.send("/zugaenge", "role", "KOMMUNE", "kommuneArs", Given.LANGENHAGEN, "email", "neu@langenhagen.example");
        Response refused = nsi.sendForm(preview, "/zugaenge/einladen/senden");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("1 Einladung würde verschickt.");
        assertThat(database.number("select count(*) from invitation")).isEqualTo(1);
        assertThat(nsi.sendForm(refused, "/zugaenge/einladen/senden").asString())
                .contains("Eingeladen: 1");
    }

    @Test
    void a_file_is_read_as_well_and_the_template_only_waits_for_addresses() {
        String csv = nsi.get("/zugaenge/einladen/vorlage.csv").asString();
        assertThat(csv.lines().count()).isGreaterThan(400);
        assertThat(csv).contains("Regionalschlüssel;Kommune;E-Mail");
        String filled = csv.lines()
                .map(line ->
                        line.contains("032410010010") ? line.replaceAll(";[^;]*$", ";neu@langenhagen.example") : line)
                .collect(java.util.stream.Collectors.joining("\r\n"));
        assertThat(previewed(upload("liste.csv", filled.getBytes(StandardCharsets.UTF_8)))
                        .asString())
                .contains("1 Einladung würde verschickt.")
                .contains("ohne E-Mail-Adresse");
        byte[] workbook = nsi.get("/zugaenge/einladen/vorlage.xlsx").asByteArray();
        assertThat(upload("liste.xlsx", workbook).asString()).contains("mindestens eine E-Mail-Adresse");
        assertThat(upload("liste.xlsx", new byte[] {'P', 'K', 3, 4, 5}).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_broken_cell_rejects_its_line_and_other_sheets_are_mentioned() {
        byte[] workbook = RawWorkbook.of(
                false,
                List.of(),
                List.of(
                        List.of(RawWorkbook.text("Kommune"), RawWorkbook.text("E-Mail")),
                        List.of(RawWorkbook.text("Langenhagen"), RawWorkbook.text("neu@langenhagen.example")),
                        List.of(RawWorkbook.raw("t=\"e\"", "<v>#N/A</v>"), RawWorkbook.text("neu@sottrum.example")),
                        List.of(RawWorkbook.text("Stadt Celle"), RawWorkbook.raw("", "<f>A1</f>")),
                        List.of(RawWorkbook.raw("", "<f>A1</f>"))),
                "Mai");
        assertThat(previewed(upload("liste.xlsx", workbook)).asString())
                .contains("1 Einladung würde verschickt.")
                .contains("Zelle A3 zeigt den Fehler #N/A")
                .contains("Zelle B4 enthält eine Formel ohne Ergebnis")
                .contains("Zelle A5 enthält eine Formel ohne Ergebnis")
                .contains("Gelesen wurde nur das Blatt „Liste“, nicht das Blatt Mai.");
        assertThat(previewed(nsi.send(
                                "/zugaenge/einladen",
                                "list",
                                "Langenhagen;#NV\nLangenhagen;neu@langenhagen.example\n#NV;neu@sottrum.example"))
                        .asString())
                .contains("1 Einladung würde verschickt.", "2 Zeilen", "der Fehler #NV")
                .doesNotContain("Gelesen wurde nur");
    }

    @Test
    void nothing_both_or_nonsense_is_said_at_the_field() {
        assertThat(nsi.send("/zugaenge/einladen", "list", "").statusCode()).isEqualTo(400);
        assertThat(nsi.send("/zugaenge/einladen/senden", "list", "§§§", "erwartet", "x")
                        .statusCode())
                .isEqualTo(400);
        Response shown = nsi.send("/zugaenge/einladen", "list", "Ort;Anschrift\nA;b@c.example");
        assertThat(shown.statusCode()).isEqualTo(400);
        assertThat(shown.asString())
                .contains("id=\"list-error\"")
                .contains("Die erste Zeile nennt Spalten")
                .contains("b@c.example");
    }

    @Test
    void a_program_previews_and_sends_and_gets_the_same_answer_to_the_same_key() {
        List<Map<String, String>> list = List.of(
                Map.of("kommune", Given.LANGENHAGEN, "email", "neu@langenhagen.example"),
                Map.of("kommune", "Nirgendwo", "email", "neu@x.example"));
        Response preview = Program.of(user).body(list).post("/api/v1/invitations/bulk?dryRun=true");
        assertThat(preview.<List<String>>path("outcome")).containsExactly("NEW", "REJECTED");
        assertThat(preview.<List<Boolean>>path("sent")).containsExactly(true, false);
        assertThat(database.number("select count(*) from invitation")).isZero();
        String first = Program.of(user)
                .header("Idempotency-Key", "liste-1")
                .body(list)
                .post("/api/v1/invitations/bulk")
                .asString();
        assertThat(first).contains("\"sent\":true").doesNotContain("/einladung/");
        assertThat(Program.of(user)
                        .header("Idempotency-Key", "liste-1")
                        .body(list)
                        .post("/api/v1/invitations/bulk")
                        .asString())
                .isEqualTo(first);
        assertThat(Program.of(user).body(list).post("/api/v1/invitations/bulk").<List<String>>path("outcome"))
                .containsExactly("INVITED", "REJECTED");
        assertThat(database.number("select count(*) from invitation")).isEqualTo(1);
    }
}
