package de.digitallotsen.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import com.microsoft.playwright.options.AriaRole;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Somebody without an account asks whether the own Kommune is in, and when the dates are. */
@PortalTest
class VisitorJourneyTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL address;

    private void dates() {
        given.aSeminar().published();
        long full = given.aSeminar()
                .withSeats(1)
                .beginningOn(clock.today().plusWeeks(14))
                .published();
        given.registered(given.staffOf(Given.SOTTRUM), full);
    }

    @Test
    void a_visitor_asks_for_the_own_kommune_and_finds_a_date() {
        dates();
        try (Tab tab = Tab.open(address)) {
            askAndFind(tab);
            for (String page : new String[] {
                "Hilfe", "Bescheinigung prüfen", "Barrierefreiheit", "Datenschutz", "Impressum", "Einloggen"
            }) {
                tab.follow(page);
                tab.look();
            }
            tab.go("/gibt-es-nicht");
            tab.heading("Nicht gefunden");
            tab.look();
        }
    }

    @Test
    void a_visitor_finds_everything_without_scripts() {
        dates();
        try (Tab tab = Tab.withoutScripts(address)) {
            askAndFind(tab);
        }
    }

    private void askAndFind(Tab tab) {
        tab.go("/");
        tab.heading("Digital-Lotse werden");
        tab.reads("440 Kommunen können teilnehmen");
        tab.look();
        ask(tab, "Langenhagen", "Stadt Langenhagen kann teilnehmen");
        tab.look();
        ask(tab, "30853", "Stadt Langenhagen kann teilnehmen");
        String member = database.text(
                "select display_name from kommune where samtgemeinde_ars = ? and valid_to is null"
                        + " order by name limit 1",
                Given.SOTTRUM);
        ask(
                tab,
                member,
                "ist eine Mitgliedsgemeinde und nimmt über ihre Samtgemeinde teil: Bitte melden Sie die Person"
                        + " über die Samtgemeinde Sottrum an");
        ask(tab, "Göttingen", "Landkreis Göttingen kann teilnehmen");
        tab.reads("Stadt Göttingen kann teilnehmen");
        ask(tab, "Buxtehude am Rhein", "gibt es in Niedersachsen keine Kommune");

        tab.navigate("Termine");
        tab.heading("Termine");
        tab.reads("2 Termine");
        tab.look();
        tab.page().getByLabel("nur mit freien Plätzen").check();
        tab.press("Filtern");
        tab.reads("1 Termin");
        tab.page().getByLabel("nur mit freien Plätzen").uncheck();
        tab.field("Monat").selectOption("2027-05");
        tab.press("Filtern");
        tab.reads("ausgebucht");
        tab.field("Monat").selectOption("");
        tab.type("Ort oder Titel", "Entenhausen");
        tab.press("Filtern");
        tab.reads("Dazu gibt es keinen Termin.");
        tab.follow("Alle kommenden Termine ansehen");
        tab.page().getByRole(AriaRole.ARTICLE).first().getByRole(AriaRole.LINK).click();
        tab.heading("Digital-Lotse werden");
        tab.reads("1.000,00\u00a0€");
        tab.reads("500,00\u00a0€");
        tab.look();
        assertThat(tab.page()
                        .getByRole(
                                AriaRole.LINK,
                                new com.microsoft.playwright.Page.GetByRoleOptions().setName("In den Kalender"))
                        .getAttribute("href"))
                .matches("/api/v1/seminars/\\d+/calendar.ics");
        tab.follow("Person anmelden");
        tab.heading("Einloggen");
    }

    private static void ask(Tab tab, String name, String answer) {
        tab.type("Name oder Postleitzahl Ihrer Kommune", name);
        tab.press("Prüfen");
        tab.reads(answer);
    }
}
