package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A whole season, clicked through: full, waiting, another person, another date, late cancellation, promoted by hand, held, closed. */
@PortalTest
class SeasonJourneyTest {

    @TestHTTPResource
    java.net.URL address;
    @Inject
    Given given;
    @Inject
    Database database;
    @Inject
    TestClock clock;

    private LocalDate first;
    private long seminar;
    private User nsi;
    private User personnel;
    private String hers;
    private String next;

    @Test
    void runs_from_a_full_seminar_to_its_certificates() {
        first = clock.today().plusDays(30);
        seminar = given.aSeminar().withSeats(2).beginningOn(first).closesAt(first.minusDays(20).atTime(18, 0).atZone(de.digitallotsen.shared.German.BERLIN).toInstant()).published();
        nsi = given.account(Role.NSI, null);
        personnel = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        hers = given.registered(personnel.asActor(), seminar);
        given.registered(given.staffOfKommunen(3).get(2), seminar);
        next = given.registeredOrWaiting(given.staffOf(Given.SOTTRUM), seminar);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(personnel);
            anotherPerson(tab);
            lateCancellation(tab);
        }
        try (Tab tab = Tab.open(address)) {
            tab.signIn(nsi);
            promote(tab);
            attendance(tab);
            close(tab);
        }
    }

    private void anotherPerson(Tab tab) {
        tab.go("/anmeldungen/" + hers);
        tab.look();
        tab.follow("Umbuchen");
        tab.heading("Anmeldung umbuchen");
        tab.reads("Zurzeit hat kein anderer Termin einen freien Platz.");
        tab.look();
        tab.follow("Abbrechen");
        tab.follow("Andere Person");
        tab.heading("Eine andere Person nimmt teil");
        tab.look();
        tab.type("Vorname", "Katrin");
        tab.press("Diese Person nimmt teil");
        tab.complains("Bitte geben Sie „Nachname“ an.");
        assertThat(tab.field("Vorname")).hasValue("Katrin");
        tab.look();
        tab.type("Nachname", "Nachfolge");
        tab.type("Dienstliche E-Mail-Adresse", "katrin.nachfolge@langenhagen.example");
        tab.press("Diese Person nimmt teil");
        tab.heading("Katrin Nachfolge");
        tab.reads("Eine andere Person nimmt teil; vorher");
        tab.look();
    }

    private void lateCancellation(Tab tab) {
        clock.set(first.minusDays(16).atTime(9, 0).atZone(de.digitallotsen.shared.German.BERLIN).toInstant());
        tab.signIn(personnel);
        tab.go("/anmeldungen/" + hers);
        tab.follow("Stornieren");
        tab.reads("Die Stornierung kostet jetzt 500,00\u00a0€.");
        tab.look();
        tab.press("Für 500,00\u00a0€ stornieren");
        tab.says("Die Anmeldung ist storniert.");
        tab.reads("die Kommune schuldet dem NSI 500,00");
        tab.look();
    }

    private void promote(Tab tab) {
        tab.heading("Aufgaben");
        tab.reads("Nach Meldeschluss: 1 Plätze frei, 1 auf der Warteliste");
        tab.go("/anmeldungen/" + next);
        tab.follow("Nachrücken lassen");
        tab.heading("Von Hand nachrücken lassen");
        tab.look();
        tab.press("Nachrücken lassen");
        tab.says("Die Person ist nachgerückt und fest angemeldet.");
        tab.go("/anmeldungen/" + hers);
        tab.follow("Betrag festlegen");
        tab.look();
        tab.type("Betrag in Euro", "250,00");
        tab.press("Betrag festlegen");
        tab.complains("Bitte geben Sie „Begründung“ an.");
        tab.type("Begründung", "Erkrankt, Attest liegt vor");
        tab.press("Betrag festlegen");
        tab.says("Der Betrag ist festgelegt.");
        tab.reads("Erkrankt, Attest liegt vor");
    }

    private void attendance(Tab tab) {
        clock.set(first.plusDays(3).atTime(9, 0).atZone(de.digitallotsen.shared.German.BERLIN).toInstant());
        tab.signIn(nsi);
        tab.heading("Aufgaben");
        tab.reads("Teilnahme noch nicht festgestellt");
        tab.go("/seminare/" + seminar + "/teilnahme");
        tab.heading("Teilnahme erfassen");
        tab.look();
        tab.follow("Alle ankreuzen");
        tab.page().getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).first().uncheck();
        tab.press("Teilnahme speichern");
        tab.says("Die Teilnahme ist gespeichert.");
        assertThat(tab.page().getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).first()).not().isChecked();
        assertThat(tab.page().getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).last()).isChecked();
    }

    private void close(Tab tab) {
        tab.follow("Zur Liste");
        tab.follow("Abschließen");
        tab.heading("Seminar abschließen");
        tab.reads("Teilgenommen (2)");
        tab.reads("Ausgezahlt werden 1.000,00");
        tab.look();
        tab.press("Seminar abschließen");
        tab.says("Das Seminar ist abgeschlossen.");
        tab.go("/anmeldungen/" + next);
        tab.follow("Teilnahme berichtigen");
        tab.heading("Teilnahme berichtigen");
        tab.look();
        org.assertj.core.api.Assertions.assertThat(given.money()).isEqualTo("20000000 0 100000 0");
    }
}
