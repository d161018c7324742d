package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The Ministry watches the budget, raises it with a reason, and looks at a day that has passed. */
@PortalTest
class MinistryJourneyTest {

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    AdjustBudget adjust;

    @TestHTTPResource("/")
    URL address;

    @Test
    void the_ministry_watches_and_adjusts_the_budget() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        clock.pass(Duration.ofDays(2));
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.MINISTRY, null));
            tab.heading("Fördermittel");
            sums(tab, "200.000,00", "0,00", "500,00", "199.500,00");
            tab.reads("Stand: ");
            tab.look();
            raise(tab);
            sums(tab, "201.234,50", "0,00", "500,00", "200.734,50");
            refuseTooMuch(tab);
            ledger(tab);
            pastDay(tab);
            tab.navigate("Kommunen");
            tab.heading("Kommunen");
            tab.look();
            fromNumberToLines(tab);
            tab.navigate("Prognose");
            tab.heading("Prognose");
            tab.reads("Zu wenig Daten für eine Prognose.");
            tab.look();
            coverage(tab);
            trail(tab);
        }
    }

    @Test
    void the_ministry_sees_a_year_of_money_waiting_and_a_forecast() {
        aYear();
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.MINISTRY, null));
            tab.heading("Fördermittel");
            tab.reads("95 Prozent der Fördermittel sind erreicht.");
            tab.reads("Prognose: Die Fördermittel sind erschöpft");
            assertThat(tab.page()
                            .getByRole(
                                    AriaRole.IMG,
                                    new Page.GetByRoleOptions().setName(Pattern.compile("^Vom 01.02.2027 bis zum .*"))))
                    .isVisible();
            tab.look();
            tab.follow("3");
            tab.go("/prognose");
            tab.reads("Erwartet");
            tab.look();
            tab.follow("Was wäre, wenn …");
            tab.heading("Was wäre, wenn …");
            tab.look();
            tab.optionalField("Fördersatz in Prozent").fill("200");
            tab.press("Rechnen");
            tab.complains("zwischen 0\u00a0% und 100\u00a0%");
            tab.optionalField("Fördersatz in Prozent").fill("25");
            tab.optionalField("Zusätzliche Mittel in Euro").fill("10.000");
            tab.press("Rechnen");
            tab.reads("Heute und mit diesen Annahmen");
            tab.reads("Mit diesen Annahmen: ");
            tab.look();
            tab.go("/abdeckung");
            tab.look();
        }
    }

    /** Two a week for twelve weeks, from a budget that does not pay for all of them. */
    private void aYear() {
        long seminar = given.aSeminar()
                .withSeats(60)
                .beginningOn(clock.today().plusDays(200))
                .published();
        List<Actor> staff = given.staffOfKommunen(27);
        given.account(Role.MINISTRY, null);
        adjust.handle(given.ministry(), new AdjustBudget.Command(-Database.BUDGET_CENTS + 1_249_999, "Knapp"));
        for (Actor actor : staff) {
            given.registeredOrWaiting(actor, seminar);
            clock.pass(Duration.ofDays(3));
        }
    }

    private static void fromNumberToLines(Tab tab) {
        tab.navigate("Fördermittel");
        tab.follow("500,00\u00a0€");
        tab.heading("Buchungen");
        tab.reads("1 Buchung. Sie bewegt: zugewiesen 0,00\u00a0€, gebunden 500,00\u00a0€");
    }

    private static void coverage(Tab tab) {
        tab.navigate("Abdeckung");
        tab.heading("Abdeckung");
        tab.reads("1 von 440 antragsberechtigten Kommunen nimmt teil");
        tab.look();
        tab.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Region Hannover: 1 von 22 Kommunen nimmt teil, 4,5 Prozent"))
                .click();
        tab.heading("Kommunen und ihre Teilnahme");
        tab.reads("22 Kommunen");
        tab.field("Teilnahme").selectOption("ja");
        tab.press("Filtern");
        tab.reads("1 Kommune");
        tab.reads("Stadt Langenhagen");
        tab.look();
        Download file = tab.page().waitForDownload(() -> tab.follow("Als Excel-Datei"));
        assertThat(file.suggestedFilename()).isEqualTo("kommunen-abdeckung.xlsx");
        tab.navigate("Abdeckung");
        tab.follow("Frühere Zeiträume einlesen");
        tab.look();
        earlier(tab, "nichts");
        tab.complains("Die Datei ist keine Tabelle der früheren Nutzung.");
        tab.look();
        earlier(tab, "ars;zeitraum;plaetze\n032410010010;2021;2\n");
        tab.heading("Vorschau");
        tab.reads("Zeile 2: Stadt Langenhagen: 2 Plätze lassen sich nicht eintragen.");
        tab.look();
        tab.follow("Andere Datei wählen");
        earlier(tab, "ars;zeitraum;plaetze\n033575406000;2021;2\n");
        tab.reads("Samtgemeinde Sottrum");
        tab.look();
        tab.press("Übernehmen");
        tab.says("Die frühere Nutzung ist eingetragen.");
        tab.navigate("Abdeckung");
        tab.reads("2 von 440");
    }

    private static void earlier(Tab tab, String csv) {
        tab.field("CSV-Datei")
                .setInputFiles(new FilePayload("frueher.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        tab.press("Vorschau zeigen");
    }

    private static void trail(Tab tab) {
        tab.navigate("Protokoll");
        tab.heading("Protokoll");
        tab.reads("hat das Budget angepasst.");
        tab.look();
        tab.field("Vorgang").selectOption("places.earlier-use");
        tab.press("Filtern");
        tab.reads("1 Eintrag");
        tab.reads("Plätze: 0 → 2");
        tab.follow("Unversehrtheit prüfen");
        tab.heading("Unversehrtheit des Protokolls");
        tab.look();
        tab.go("/zahlen");
        tab.heading("Das Programm in Zahlen");
        tab.look();
    }

    private static void sums(Tab tab, String allocated, String spent, String reserved, String available) {
        String euro = "\\s€\\s+";
        assertThat(tab.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Summen")))
                .hasText(Pattern.compile("zugewiesen\\s+" + allocated + euro + "festgestellt\\s+" + spent + euro
                        + "gebunden\\s+" + reserved + euro + "verfügbar\\s+" + available + "\\s€"));
    }

    private static void raise(Tab tab) {
        tab.follow("Budget anpassen");
        tab.heading("Budget anpassen");
        tab.look();
        tab.type("Betrag in Euro", "1.234,50");
        tab.press("Anpassung prüfen");
        tab.complains("Bitte geben Sie „Begründung“ an.");
        assertThat(tab.field("Betrag in Euro")).hasValue("1.234,50");
        tab.look();
        tab.type("Begründung", "Nachtragshaushalt, Erlass vom 1. Februar 2027");
        tab.press("Anpassung prüfen");
        tab.heading("Anpassung des Budgets prüfen");
        tab.reads("Niemand bekommt deswegen eine E-Mail.");
        tab.look();
        tab.press("Anpassung buchen");
        tab.says("Die Anpassung ist gebucht.");
        tab.look();
        tab.follow("Zu den Fördermitteln");
        tab.reads("Nachtragshaushalt");
    }

    private static void refuseTooMuch(Tab tab) {
        tab.follow("Budget anpassen");
        tab.page().getByLabel("Budget senken").check();
        tab.type("Betrag in Euro", "201000");
        tab.type("Begründung", "Kürzung");
        tab.press("Anpassung prüfen");
        tab.complains("Das Budget lässt sich nicht um 201.000,00\u00a0€ senken");
        assertThat(tab.page().getByLabel("Budget senken")).isChecked();
        tab.look();
    }

    private static void ledger(Tab tab) {
        tab.navigate("Buchungen");
        tab.heading("Buchungen");
        tab.reads("3 Buchungen");
        tab.look();
        Download file = tab.page().waitForDownload(() -> tab.follow("Als CSV-Datei"));
        assertThat(file.suggestedFilename()).matches("buchungen-2027-2028-\\d{4}-\\d\\d-\\d\\d\\.csv");
        tab.field("Art").selectOption("ADJUSTMENT");
        tab.press("Filtern");
        tab.reads("+1.234,50\u00a0€");
        tab.readsNot("Bindung +");
    }

    private static void pastDay(Tab tab) {
        tab.navigate("Fördermittel");
        tab.type("Stand am Ende des Tages", "2027-02-01");
        tab.press("Anzeigen");
        tab.reads("Stand: Ende des 01.02.2027");
        sums(tab, "200.000,00", "0,00", "500,00", "199.500,00");
        tab.look();
        tab.go("/budget?stand=gestern");
        tab.reads("Für diesen Tag gibt es keinen Stand.");
    }
}
