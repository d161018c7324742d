package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R29: what settling, cancelling and the Ministry's acts do is seen before the final click and said after it. */
@PortalTest
class CheckedActsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    @Inject
    CompletedSeminars completed;

    @Inject
    AdjustBudget adjust;

    private User account;
    private Visitor nsi;
    private Visitor ministry;

    @BeforeEach
    void sign_in() {
        account = given.account(Role.NSI, null);
        nsi = Visitor.signedIn(account);
        ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
    }

    private static String path(Response redirect) {
        assertThat(redirect.statusCode()).as(redirect.asString()).isEqualTo(303);
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private void assertNothingChangedBy(Runnable look) {
        Map<String, List<String>> before = Changes.content(database);
        look.run();
        assertThat(Changes.content(database)).isEqualTo(before);
    }

    @Test
    void cancelling_a_seminar_says_who_is_written_to_and_does_just_that() {
        long seminar = given.aSeminar().withSeats(2).published();
        given.staffOfKommunen(3).forEach(actor -> given.registeredOrWaiting(actor, seminar));
        mails.composeAll();
        String form = "/seminare/" + seminar + "/absagen";
        assertThat(nsi.send(form, "reason", " ").statusCode()).isEqualTo(400);
        String check = path(nsi.send(form, "reason", "Die Referentin ist erkrankt."));
        assertNothingChangedBy(() -> assertThat(nsi.get(check).asString())
                .contains("6 E-Mails", "Termin abgesagt", "3 Anmeldungen enden kostenfrei", "erkrankt"));
        Response shown = nsi.get(check);
        given.registeredOrWaiting(given.staffOf(Given.LANGENHAGEN), seminar);
        Response refused = nsi.sendForm(shown, check);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("Inzwischen hat sich etwas geändert", "4 Anmeldungen enden");
        assertThat(database.text("select status from seminar where id = ?", seminar))
                .isEqualTo("PUBLISHED");
        String result = path(nsi.sendForm(refused, check));
        assertThat(nsi.get(result).asString())
                .contains("Der Termin ist abgesagt.", "4 Anmeldungen sind kostenfrei beendet", "8 E-Mails");
        assertThat(ministry.get(result).statusCode()).as("nobody else's").isEqualTo(404);
        assertThat(given.wrongBooks()).isEmpty();
    }

    @Test
    void settling_a_seminar_says_who_moves_up_elsewhere_and_who_is_written_to() {
        long held = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        List<String> people = given.staffOfKommunen(2).stream()
                .map(actor -> given.registered(actor, held))
                .toList();
        clock.pass(Duration.ofDays(7));
        nsi = Visitor.signedIn(account);
        completed.recorded(account.asActor(), held, Set.of(people.get(0)));
        mails.composeAll();
        String page = "/seminare/" + held + "/abschliessen";
        assertNothingChangedBy(() -> assertThat(nsi.get(page).asString())
                .contains("Eine Person hat teilgenommen.", "Eine Person gilt als nicht erschienen", "E-Mail"));
        long written = database.number("select count(*) from outbox_mail");
        String result = path(nsi.sendForm(nsi.get(page), page));
        mails.composeAll();
        assertThat(nsi.get(result).asString()).contains("Das Seminar ist abgeschlossen.", "2 E-Mails", "1 E-Mail:");
        assertThat(database.number("select count(*) from outbox_mail") - written)
                .isEqualTo(3);
    }

    @Test
    void an_adjustment_shows_figures_and_who_moves_up_without_names_and_holds_only_as_shown() {
        Actor land = given.ministry();
        adjust.handle(land, new AdjustBudget.Command(-19_950_000L, "Kürzung"));
        long seminar = given.aSeminar().published();
        given.staffOfKommunen(3).forEach(actor -> given.registeredOrWaiting(actor, seminar));
        mails.composeAll();
        String[] fields = {"direction", "raise", "amount", "500,00", "reason", "Erlass"};
        String check = path(ministry.send("/budget/anpassen", fields));
        assertNothingChangedBy(() -> assertThat(ministry.get(check).asString())
                .contains(
                        "500,00\u00a0€</td>",
                        "<strong>1.000,00\u00a0€</strong>",
                        "Eine Person rückt von der Warteliste nach.")
                .contains("2 E-Mails")
                .doesNotContain("An wen?"));
        Response shown = ministry.get(check);
        adjust.handle(land, new AdjustBudget.Command(50_000L, "Ein anderer war schneller"));
        assertThat(ministry.sendForm(shown, check).statusCode()).isEqualTo(409);
        assertThat(given.money()).isEqualTo("100000 100000 0 1");
        String result = path(ministry.sendForm(ministry.get(check), check));
        assertThat(ministry.get(result).asString()).contains("Die Anpassung ist gebucht.", "Eine Person ist von der");
        assertThat(path(ministry.sendForm(shown, check))).isEqualTo(result);
        assertThat(given.money()).isEqualTo("150000 150000 0 0");
    }

    @Test
    void settings_show_before_and_after_and_a_lost_race_is_told_field_by_field() {
        Response form = ministry.get("/einstellungen");
        Map<String, String> mine = new LinkedHashMap<>(Visitor.fields(form));
        mine.putAll(Map.of("places", "3", "reason", "Erlass", "warning1", "70"));
        String check = path(ministry.send("/einstellungen", pairs(mine)));
        assertNothingChangedBy(() -> assertThat(ministry.get(check).asString())
                .contains("Förderplätze je Kommune", "<strong>3</strong>", "Erste Schwelle", "<strong>70</strong>")
                .doesNotContain("Fördersatz in Prozent"));
        assertThat(ministry.get(check.replace("/pruefen/", "?eingaben=")).asString())
                .contains("name=\"places\" type=\"text\" value=\"3\"");
        Visitor other = Visitor.signedIn(given.account(Role.MINISTRY, null));
        Map<String, String> theirs = new LinkedHashMap<>(Visitor.fields(other.get("/einstellungen")));
        theirs.putAll(Map.of("places", "4", "rate", "60", "reason", "Schneller"));
        path(other.sendAndConfirm("/einstellungen", pairs(theirs)));
        Response lost = ministry.sendForm(ministry.get("/konto"), check, "erwartet", "was gezeigt war");
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.asString())
                .contains("Förderplätze je Kommune: jetzt 4, Sie hatten 3 eingegeben.")
                .contains("Fördersatz in Prozent: jetzt 60, vorher 50.");
        assertThat(Visitor.fields(lost))
                .containsEntry("places", "4")
                .containsEntry("rate", "60")
                .containsEntry("warning1", "70");
        path(ministry.sendAndConfirm("/einstellungen", pairs(Visitor.fields(lost))));
        assertThat(database.text("select places_per_kommune, subsidy_rate_basis_points from programme"))
                .isEqualTo("4 6000");
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals(Visitor.TOKEN))
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void preferring_first_persons_is_shown_first_and_a_lost_race_is_told() {
        String page = "/einstellungen/erste-personen";
        Map<String, String> slow = new LinkedHashMap<>(Visitor.fields(ministry.get(page)));
        slow.putAll(Map.of("until", "2027-04-30", "reason", "Erlass"));
        Visitor other = Visitor.signedIn(given.account(Role.MINISTRY, null));
        path(other.sendAndConfirm(page, "until", "2027-03-31", "reason", "Schneller"));
        Response lost = ministry.send(page, pairs(slow));
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.asString()).contains("Bis einschließlich: jetzt 31.03.2027, Sie hatten 30.04.2027 eingegeben.");
        String check = path(ministry.send(page, "until", "", "reason", "Schluss"));
        assertThat(ministry.get(check).asString()).contains("31.03.2027", "<strong>leer</strong>");
    }

    @Test
    void a_seminar_is_published_only_as_it_was_shown() {
        long seminar =
                given.aSeminar().beginningOn(java.time.LocalDate.of(2027, 5, 1)).planned();
        String page = "/seminare/" + seminar + "/veroeffentlichen";
        Response shown = nsi.get(page);
        assertThat(shown.asString()).contains("Tag der Arbeit");
        Map<String, String> form = new LinkedHashMap<>(Visitor.fields(nsi.get("/seminare/" + seminar + "/bearbeiten")));
        form.put("venue", "Verden");
        path(nsi.sendAndConfirm("/seminare/" + seminar + "/bearbeiten", pairs(form)));
        assertThat(nsi.sendForm(shown, page).statusCode()).isEqualTo(409);
        assertThat(path(nsi.sendForm(nsi.get(page), page))).contains("termin-veroeffentlicht");
    }
}
