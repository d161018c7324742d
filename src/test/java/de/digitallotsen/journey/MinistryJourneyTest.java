package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
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
        }
    }

    private static void sums(Tab tab, String allocated, String spent, String reserved, String available) {
        String euro = "\\s€\\s+";
        assertThat(tab.page().getByRole(AriaRole.REGION, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Summen"))).hasText(java.util.regex.Pattern.compile(
                "zugewiesen\\s+" + allocated + euro + "ausgezahlt\\s+" + spent + euro + "gebunden\\s+" + reserved + euro + "verfügbar\\s+" + available + "\\s€"));
    }

    private static void raise(Tab tab) {
        tab.follow("Budget anpassen");
        tab.heading("Budget anpassen");
        tab.look();
        tab.type("Betrag in Euro", "1.234,50");
        tab.press("Anpassung buchen");
        tab.complains("Bitte geben Sie „Begründung“ an.");
        assertThat(tab.field("Betrag in Euro")).hasValue("1.234,50");
        tab.look();
        tab.type("Begründung", "Nachtragshaushalt, Erlass vom 1. Februar 2027");
        tab.press("Anpassung buchen");
        tab.says("Die Anpassung ist gebucht.");
        tab.reads("Nachtragshaushalt");
    }

    private static void refuseTooMuch(Tab tab) {
        tab.follow("Budget anpassen");
        tab.page().getByLabel("Budget senken").check();
        tab.type("Betrag in Euro", "201000");
        tab.type("Begründung", "Kürzung");
        tab.press("Anpassung buchen");
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
        assertThat(file.suggestedFilename()).isEqualTo("buchungen.csv");
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
        tab.reads("Dieses Datum lässt sich nicht lesen.");
    }
}
