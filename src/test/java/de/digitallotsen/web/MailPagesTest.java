package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.WatchBudget;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The outbox as the NSI sees it: list, filter, one mail, its HTML in a frame that may do nothing, its calendar file.
 */
@PortalTest
class MailPagesTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    MailFixture mails;

    @Inject
    RegisterParticipant register;

    @Inject
    AdjustBudget adjust;

    @Inject
    WatchBudget watch;

    private User nsi;
    private Visitor visitor;
    private String reference;

    @BeforeEach
    void two_mails() {
        Actor staff = mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN);
        reference = register.handle(
                staff,
                Given.command(
                        staff,
                        given.aSeminar().published(),
                        ParticipantFixture.aParticipant()
                                .named("<b>Anna</b>", "Beispiel")
                                .withEmail("anna@langenhagen.example"),
                        false));
        mails.composeAll();
        nsi = given.account(Role.NSI, null);
        visitor = Visitor.signedIn(nsi);
    }

    @Test
    void lists_and_filters() {
        assertThat(visitor.get("/mails").asString())
                .contains("2 E-Mails")
                .contains("anna@langenhagen.example")
                .contains("personal@langenhagen.example")
                .contains("wartet");
        assertThat(visitor.get("/mails?q=personal%40").asString())
                .contains("1 E-Mail<")
                .doesNotContain("anna@langenhagen.example");
        assertThat(visitor.get("/mails?q=" + reference.toLowerCase(Locale.ROOT)).asString())
                .contains("2 E-Mails");
        assertThat(visitor.get("/mails?q=%25").asString()).contains("Dazu gibt es keine E-Mail");
        assertThat(visitor.get("/mails?anlass=CANCELLED").asString()).contains("Dazu gibt es keine E-Mail");
        assertThat(visitor.get("/mails?status=FAILED").asString()).contains("Dazu gibt es keine E-Mail");
        assertThat(visitor.get("/mails?status=LOST").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/mails/99").statusCode()).isEqualTo(404);
    }

    @Test
    void lists_and_shows_what_the_ministry_is_told_of_the_money() {
        Actor ministry = mails.ministry("Martin Brandes", "budget@ministerium.example");
        adjust.handle(ministry, new AdjustBudget.Command(62_500 - Database.BUDGET_CENTS, "Kürzung"));
        watch.handle(Actor.portal());
        mails.composeAll();
        assertThat(visitor.get("/mails").asString())
                .contains(
                        "3 E-Mails",
                        "budget@ministerium.example",
                        "Warnschwelle der Fördermittel erreicht",
                        "Ministerium");
        assertThat(visitor.get("/mails?anlass=BUDGET_THRESHOLD").asString()).contains("1 E-Mail<");
        assertThat(visitor.get("/mails/3").asString())
                .contains("Guten Tag Martin Brandes,", "Verfügbar sind noch 125,00", "/budget")
                .doesNotContain("Anmeldung <a");
        assertThat(visitor.get("/mails/3/html").asString()).contains("125,00");
        Response one = Program.of(nsi).get("/api/v1/mails?kind=BUDGET_THRESHOLD");
        assertThat(one.<String>path("items[0].audience")).isEqualTo("MINISTRY");
        assertThat(one.<Object>path("items[0].reference")).isNull();
    }

    @Test
    void shows_text_and_html_of_one_mail_and_neither_runs_what_somebody_typed() {
        Response page = visitor.get("/mails/1");
        assertThat(page.asString())
                .contains("Guten Tag &lt;b&gt;Anna&lt;/b&gt; Beispiel,")
                .contains("<iframe class=\"mail-frame\" src=\"/mails/1/html\" title=\"Gestaltete Fassung der"
                        + " E-Mail\" sandbox>");
        assertThat(page.header("Content-Security-Policy")).contains("frame-src 'self'");
        Response framed = visitor.get("/mails/1/html");
        assertThat(framed.asString()).contains("&lt;b&gt;Anna&lt;/b&gt;").doesNotContain("<b>Anna");
    }

    @Test
    void the_framed_mail_may_do_nothing_but_bring_its_own_style_sheet() throws Exception {
        Response framed = visitor.get("/mails/1/html");
        String policy = framed.header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("form-action 'none'")
                .contains("base-uri 'none'")
                .contains("frame-ancestors 'self'")
                .endsWith("; sandbox")
                .doesNotContain("unsafe")
                .doesNotContain("script-src");
        assertThat(framed.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(framed.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(framed.header("Cache-Control")).isEqualTo("no-store");
        Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(framed.asString());
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(policy)
                .as("the hash of the mail's style sheet in MailViewPolicy")
                .contains("style-src 'sha256-" + hash + "'");
        assertThat(visitor.get("/mails/1").header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void gives_the_calendar_file_and_says_when_there_is_none() throws Exception {
        Response file = visitor.get("/mails/1/termine.ics");
        assertThat(file.contentType()).startsWith("text/calendar");
        assertThat(file.asString().split("BEGIN:VCALENDAR")).hasSize(4);
        database.writePastTheProgram("update outbox_mail set calendar = null where id = 1");
        assertThat(visitor.get("/mails/1/termine.ics").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/mails/1").asString()).doesNotContain("termine.ics");
    }

    @Test
    void a_failed_mail_stands_among_the_tasks_and_its_button_sends_it_anew() throws Exception {
        assertThat(visitor.get("/start").asString()).doesNotContain("zugestellt");
        database.writePastTheProgram(
                "update outbox_mail set state = 'FAILED', attempts = 21, last_error = '550 <unbekannt>' where id = 1");
        assertThat(visitor.get("/start").asString())
                .contains("1 E-Mail konnte nicht zugestellt werden.")
                .contains("href=\"/mails?status=FAILED\"");
        assertThat(visitor.get("/mails?status=FAILED").asString())
                .contains("Versuch 21 ist gescheitert. 550 &lt;unbekannt&gt;")
                .contains("Alle fehlgeschlagenen erneut senden");
        Response done = visitor.sendForm(visitor.get("/mails/1"), "/mails/1/erneut");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.get(done.header("Location").replaceFirst("^https?://[^/]*", ""))
                        .asString())
                .contains("Die E-Mail wird gleich noch einmal verschickt.")
                .doesNotContain("Erneut senden");
        assertThat(database.text("select state, attempts from outbox_mail where id = 1"))
                .isEqualTo("PENDING 0");
    }

    @Test
    void says_the_same_to_programs() {
        Response list = Program.of(nsi).get("/api/v1/mails?kind=CONFIRMED&size=1");
        assertThat(list.<Integer>path("total")).isEqualTo(2);
        assertThat(list.<String>path("items[0].recipient")).isEqualTo("personal@langenhagen.example");
        assertThat(list.<String>path("items[0].status")).isEqualTo("PENDING");
        assertThat(list.<String>path("items[0].reference")).isEqualTo(reference);
        Response one = Program.of(nsi).get("/api/v1/mails/" + list.<String>path("items[0].id"));
        assertThat(one.<String>path("text")).contains("hat einen Platz im Seminar");
        assertThat(one.<String>path("calendar")).contains("METHOD:REQUEST");
    }
}
