package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import com.microsoft.playwright.Download;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The NSI plans a date, publishes it, looks at its participants and registers somebody for a Kommune. */
@PortalTest
class NsiJourneyTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URL address;

    @Test
    void the_nsi_plans_publishes_copies_and_registers() {
        long full = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.LANGENHAGEN), full);
        given.registeredOrWaiting(given.staffOf(Given.SOTTRUM), full);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.NSI, null));
            tab.heading("Aufgaben");
            tab.reads("Eine Person auf der Warteliste");
            tab.look();
            plan(tab);
            publish(tab);
            change(tab);
            copy(tab);
            participants(tab, full);
            registerForAKommune(tab);
            kommunen(tab);
        }
    }

    private static void plan(Tab tab) {
        tab.follow("Neuen Termin planen");
        tab.heading("Neuen Termin planen");
        tab.look();
        tab.type("Ort", "NSI Braunschweig");
        tab.type("Plätze", "viele");
        tab.press("Speichern");
        tab.complains("Bitte geben Sie die Zahl der Plätze als ganze Zahl an");
        assertThat(tab.field("Ort")).hasValue("NSI Braunschweig");
        assertThat(tab.field("Plätze")).hasValue("viele");
        tab.look();
        tab.type("Plätze", "12");
        tab.press("Speichern");
        tab.says("Der Termin ist als Entwurf gespeichert.");
        tab.reads("NSI Braunschweig");
        tab.look();
    }

    private static void publish(Tab tab) {
        tab.follow("Veröffentlichen");
        tab.heading("Termin veröffentlichen");
        tab.look();
        tab.press("Jetzt veröffentlichen");
        tab.says("Der Termin ist veröffentlicht.");
    }

    private static void change(Tab tab) {
        tab.follow("Ändern");
        tab.heading("Termin ändern");
        assertThat(tab.field("Plätze")).hasValue("12");
        tab.look();
        tab.type("Plätze", "15");
        tab.type("Anmeldung ab, Tag", "2027-02-01");
        tab.type("Anmeldung ab, Uhrzeit", "08:00");
        tab.press("Änderung prüfen");
        tab.heading("Änderung prüfen");
        tab.look();
        tab.press("Änderung speichern");
        tab.says("Die Änderungen sind gespeichert.");
        tab.look();
        tab.follow("Zum Termin");
        tab.reads("Anmeldung offen");
    }

    private static void copy(Tab tab) {
        tab.follow("Kopieren");
        tab.heading("Termin kopieren");
        tab.look();
        tab.type("Neuer erster Tag", "2027-09-06");
        tab.press("Kopie anlegen");
        tab.says("Die Kopie ist als Entwurf gespeichert.");
        tab.reads("06.09.2027");
    }

    private static void participants(Tab tab, long full) {
        tab.go("/seminare/" + full + "/teilnehmende");
        tab.heading("Teilnehmende und Warteliste");
        tab.reads("Teilnehmende (1)");
        tab.reads("Warteliste (1)");
        tab.look();
        Download file = tab.page().waitForDownload(() -> tab.follow("Als Excel-Datei"));
        assertThat(file.suggestedFilename()).isEqualTo("teilnehmende.xlsx");
        assertThat(file.failure()).isNull();
        tab.field("Sortierung").selectOption("name");
        tab.type("Name oder Kommune", "Langenhagen");
        tab.press("Anzeigen");
        tab.reads("Stadt Langenhagen");
        tab.readsNot("Warteliste (1)");
    }

    private void registerForAKommune(Tab tab) {
        tab.navigate("Anmeldungen");
        tab.look();
        tab.follow("Person anmelden");
        tab.look();
        tab.field("Kommune").selectOption(Given.SOTTRUM);
        tab.field("Termin")
                .selectOption(database.text("select id from seminar where capacity = 15 and status = 'PUBLISHED'"));
        tab.type("Vorname", "Ella");
        tab.type("Nachname", "Samtgemeinde");
        tab.type("Dienstliche E-Mail-Adresse", "ella@sottrum.example");
        tab.press("Weiter zur Prüfung");
        tab.reads("Die Anmeldung wird sofort bestätigt.");
        tab.reads("Wer eine E-Mail bekommt");
        tab.look();
        tab.press("Verbindlich anmelden");
        tab.heading("Ella Samtgemeinde");
        tab.reads("Samtgemeinde Sottrum");
        tab.look();
    }

    private static void kommunen(Tab tab) {
        tab.navigate("Kommunen");
        tab.heading("Kommunen");
        tab.look();
        tab.type("Name, Postleitzahl oder Regionalschlüssel", "Sottrum");
        tab.press("Filtern");
        tab.reads("2 von 2");
        tab.navigate("Termine");
        tab.field("Ansicht").selectOption("entwuerfe");
        tab.press("Filtern");
        tab.reads("1 Termin");
        tab.navigate("Fördermittel");
        tab.heading("Fördermittel");
        tab.readsNot("Budget anpassen");
        tab.navigate("Zugänge");
        tab.heading("Zugänge");
        tab.look();
        tab.field("Für wen?").selectOption("NSI");
        tab.type("E-Mail-Adresse", "kollegin@nsi.example");
        tab.press("Einladen");
        tab.says("Einladung: NSI");
        tab.go("/buchungen");
        tab.heading("Kein Zugriff");
        tab.look();
    }
}
