package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.privacy.LivedPeriod;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The pages about deleting, and every other page after it: nothing breaks on somebody whom nobody knows any more. */
@PortalTest
class ForgottenPeopleTest {

    private static final Instant SIX_YEARS_LATER = Instant.parse("2034-01-05T08:00:00Z");

    @Inject
    LivedPeriod life;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    private User forgotten() {
        life.lived();
        clock.set(SIX_YEARS_LATER);
        User nsi = life.successors();
        Visitor visitor = Visitor.signedIn(nsi);
        assertThat(visitor.get("/loeschungen").asString()).contains("Heute fällige Einträge");
        Response done = visitor.send("/loeschungen");
        assertThat(done.statusCode()).isEqualTo(303);
        String page = visitor.get(done.header("Location").replaceFirst("^https?://[^/]+", ""))
                .asString();
        assertThat(page)
                .contains("Gelöscht ist, was fällig war", "Heute ist nichts zu löschen", "von Hand")
                .contains("Personen einer Anmeldung");
        return nsi;
    }

    @Test
    void every_page_list_and_answer_goes_on_working_and_says_deleted() {
        User nsi = forgotten();
        String attended = database.text("select reference from registration where status = 'ATTENDED' limit 1");
        String replaced = database.text("select r.reference from registration r join registration_event e"
                + " on e.registration_id = r.id where e.kind = 'SUBSTITUTED'");
        long seminar = database.number("select seminar_id from registration where reference = ?", attended);
        String account = database.text("select min(id) from user_account where forgotten_at is not null");
        Visitor visitor = Visitor.signedIn(nsi);
        for (String path : List.of(
                "/anmeldungen",
                "/anmeldungen.csv",
                "/anmeldungen.xlsx",
                "/anmeldungen/" + attended,
                "/anmeldungen/" + replaced,
                "/seminare/" + seminar,
                "/seminare/" + seminar + "/teilnehmende",
                "/seminare/" + seminar + "/teilnehmende.xlsx",
                "/seminare/" + seminar + "/serienbrief.xlsx",
                "/seminare/" + seminar + "/anwesenheitsliste.pdf",
                "/verwendungsnachweis",
                "/mittelabrufe",
                "/mittelabrufe/" + database.text("select id from claim"),
                "/protokoll",
                "/protokoll.csv",
                "/protokoll/pruefung",
                "/zugaenge",
                "/zugaenge/" + account,
                "/mails",
                "/start",
                "/loeschungen.csv",
                "/loeschungen.xlsx")) {
            Response answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.asString()).as(path).doesNotContainIgnoringCase(LivedPeriod.TRACE);
        }
        assertThat(visitor.get("/anmeldungen/" + attended).asString()).contains("gelöscht am 05.01.2034");
        assertThat(visitor.get("/anmeldungen.csv").asString()).contains("gelöscht am 05.01.2034");
        assertThat(visitor.get("/protokoll").asString()).contains("gelöscht");
        assertThat(Program.of(nsi).get("/api/v1/registrations/" + attended).<String>path("participant.lastName"))
                .isEqualTo("gelöscht am 05.01.2034");
        Response certificate = visitor.get("/anmeldungen/" + replaced + "/teilnahmebescheinigung.pdf");
        assertThat(certificate.statusCode()).isEqualTo(409);
        assertThat(certificate.asString()).contains("sind gelöscht");
        assertThat(visitor.send("/zugaenge/" + account + "/freigeben").statusCode())
                .isEqualTo(404);
        String number = database.text("select number from certificate where withdrawn_at is null limit 1");
        assertThat(Program.anonymous()
                        .body(Map.of(
                                "number",
                                number,
                                "code",
                                database.text("select check_code from certificate where number = ?", number)))
                        .post("/api/v1/certificates/check")
                        .asString())
                .as("a certificate stays genuine, whoever it was")
                .contains("gelöscht", number);
    }

    @Test
    void the_interface_reports_erases_and_proves() {
        life.lived();
        User nsi = given.account(Role.NSI, null);
        String address = "person2." + LivedPeriod.TRACE.toLowerCase() + "@amt.example";
        assertThat(Program.of(nsi)
                        .queryParam("q", address)
                        .get("/api/v1/people")
                        .<List<String>>path("email"))
                .containsExactly(address);
        assertThat(Program.of(nsi)
                        .body(Map.of("email", address))
                        .post("/api/v1/people/report")
                        .<List<String>>path("holdings.kind"))
                .contains("replaced", "trail");
        PdfCheck.assertArchivableAndAccessible(Program.of(nsi)
                .accept("*/*")
                .body(Map.of("email", address))
                .post("/api/v1/people/report.pdf")
                .asByteArray());
        Response dry =
                Program.of(nsi).body(Map.of("email", address, "dryRun", true)).post("/api/v1/people/erasure");
        assertThat(dry.<Map<String, Integer>>path("erased")).isEmpty();
        assertThat(dry.<List<String>>path("endings.kind")).contains("replaced");
        Map<String, String> body = Map.of("email", address, "shown", dry.path("shown"));
        Response erased = Program.of(nsi).body(body).post("/api/v1/people/erasure");
        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(erased.<Integer>path("erased.replaced")).isEqualTo(1);
        Response again = Program.of(nsi).body(body).post("/api/v1/people/erasure");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("ERASURE_CHANGED");
        assertThat(Program.of(nsi).get("/api/v1/deletions").<List<String>>path("items.rule"))
                .contains("ERASURE");
        assertThat(Program.of(nsi).get("/api/v1/deletions/due").<List<String>>path("kind"))
                .contains("registrations", "accounts");
    }

    @Test
    void the_pages_show_before_they_act_and_escape_what_is_typed() {
        life.lived();
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        String address = "person2." + LivedPeriod.TRACE.toLowerCase() + "@amt.example";
        assertThat(nsi.get("/personendaten?q=" + LivedPeriod.TRACE + "2").asString())
                .contains(address, "Auskunft als PDF");
        assertThat(nsi.get("/personendaten?q=%3Cscript%3Ealert(1)%3C/script%3E").asString())
                .doesNotContain("<script>alert")
                .contains("Dazu wurde niemand gefunden");
        assertThat(nsi.get("/personendaten?q=x").statusCode()).isEqualTo(400);
        assertThat(nsi.send("/personendaten/auskunft", "email", "<script>").statusCode())
                .isEqualTo(400);
        Response page = nsi.send("/personendaten/auskunft", "email", address);
        assertThat(page.asString()).contains("Vorname" + LivedPeriod.TRACE, "Frühere Anmeldungen");
        PdfCheck.assertArchivableAndAccessible(nsi.send("/personendaten/auskunft", "email", address, "ausgabe", "pdf")
                .asByteArray());
        assertThat(nsi.send("/personendaten/auskunft", "email", "niemand@amt.example")
                        .asString())
                .contains("Unter dieser Adresse ist nichts gespeichert.");

        Response preview = nsi.send("/personendaten/loeschung", "email", address);
        assertThat(preview.asString()).contains("Ersetzte Personen", "Jetzt endgültig löschen");
        assertThat(database.number("select count(*) from deletion_run")).isZero();
        assertThat(nsi.send("/personendaten/loeschung", "email", address, "stand", "x")
                        .statusCode())
                .isEqualTo(409);
        Response done = nsi.sendForm(preview, "/personendaten/loeschung");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(nsi.get("/loeschungen").asString()).contains("auf Verlangen", "Ersetzte Personen");
        assertThat(database.number("select count(*) from participant where email = ?", address))
                .isZero();
    }

    @Test
    void who_gives_a_reason_that_stays_in_the_books_is_asked_to_name_nobody() {
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        for (String form : List.of("/budget/anpassen", "/zeitraeume")) {
            assertThat(ministry.get(form).asString()).as(form).contains("Bitte nennen Sie keine Person.");
        }
    }

    @Test
    void the_privacy_notice_says_what_is_set() {
        String notice = Visitor.anonymous().get("/datenschutz").asString();
        assertThat(notice)
                .contains("Das Ministerium und die Rechnungsprüfung sehen Zahlen, und Namen nur, wenn")
                .contains("5 Jahre nach dem Ende des Förderzeitraums")
                .contains("4 Wochen nach dem letzten Tag")
                .contains("zugestellte 180 Tage, nicht zustellbare 1 Jahr")
                .contains("spätestens 30 Tage");
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        long seminar = given.aSeminar().published();
        assertThat(Visitor.signedIn(staff)
                        .get("/anmeldungen/neu?termin=" + seminar)
                        .asString())
                .contains("Wird 4 Wochen nach dem Seminar gelöscht");
    }
}
