package de.digitallotsen.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import com.microsoft.playwright.Download;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Paper: the NSI prints and withdraws, the personnel staff fetch a certificate, and somebody checks it. */
@PortalTest
class DocumentJourneyTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    AttendanceFixture held;

    @TestHTTPResource("/")
    URL address;

    @Test
    void the_nsi_prints_lists_and_certificates_and_withdraws_one() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.TWO_DAYS);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.NSI, null));
            tab.go("/seminare/" + closed.seminar() + "/teilnehmende");
            tab.look();
            downloads(tab, "Anwesenheitsliste (PDF)", "anwesenheitsliste-" + closed.first() + ".pdf");
            downloads(tab, "Tischschilder (PDF)", "tischschilder-" + closed.first() + ".pdf");
            downloads(tab, "Serienbriefliste (Excel)", "serienbrief.xlsx");
            downloads(tab, "Alle Bescheinigungen (PDF)", "teilnahmebescheinigungen-" + closed.first() + ".pdf");
            tab.go("/anmeldungen/" + closed.reference());
            tab.look();
            tab.follow("Bescheinigung neu ausstellen oder zurückziehen");
            tab.heading("Bescheinigung " + database.text("select number from certificate"));
            tab.look();
            tab.press("Zurückziehen");
            tab.complains("Bitte geben Sie „Begründung“ an.");
            tab.look();
            tab.type("Begründung", "Zweifel an der Anwesenheit");
            tab.press("Zurückziehen");
            tab.says("Die Bescheinigung ist zurückgezogen.");
            tab.look();
        }
    }

    @Test
    void staff_fetch_a_certificate_and_anybody_checks_it_without_scripts_too() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.TWO_DAYS);
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(staff);
            tab.go("/anmeldungen/" + closed.reference());
            tab.look();
            downloads(tab, "Anmeldebestätigung (PDF)", "anmeldebestaetigung-" + closed.reference() + ".pdf");
            downloads(
                    tab,
                    "Teilnahmebescheinigung (PDF)",
                    "teilnahmebescheinigung-" + database.text("select number from certificate") + ".pdf");
            tab.readsNot("Bescheinigung neu ausstellen");
        }
        try (Tab tab = Tab.open(address)) {
            check(tab);
        }
        try (Tab tab = Tab.withoutScripts(address)) {
            check(tab);
        }
    }

    private static void downloads(Tab tab, String link, String name) {
        Download file = tab.page().waitForDownload(() -> tab.follow(link));
        assertThat(file.failure()).isNull();
        assertThat(file.suggestedFilename()).isEqualTo(name);
    }

    private void check(Tab tab) {
        tab.go("/");
        tab.follow("Bescheinigung prüfen");
        tab.heading("Bescheinigung prüfen");
        tab.look();
        tab.press("Prüfen");
        tab.complains("Bitte geben Sie „Nummer“ an.");
        tab.look();
        tab.type("Nummer", database.text("select number from certificate"));
        tab.type("Prüfcode", "AAAA-AAAA-AAAA");
        tab.press("Prüfen");
        tab.reads("gibt es keine Bescheinigung");
        tab.look();
        tab.type("Prüfcode", database.text("select check_code from certificate"));
        tab.press("Prüfen");
        tab.reads("Diese Bescheinigung ist echt.");
        tab.reads("16 Unterrichtseinheiten");
        tab.look();
    }
}
