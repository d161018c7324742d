package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URL;
import java.time.Instant;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The Ministry changes the settings of the programme, opens a period and carries over what the last one has left. */
@PortalTest
class SettingsJourneyTest {

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL address;

    @Test
    void the_ministry_grants_a_third_place_and_cannot_take_back_what_is_used() {
        long seminar = given.aSeminar().published();
        var staff = given.staffOf(Given.LANGENHAGEN);
        given.registered(staff, seminar);
        given.registered(staff, seminar);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.MINISTRY, null));
            tab.navigate("Einstellungen");
            tab.heading("Einstellungen");
            tab.look();
            tab.type("Förderplätze je Kommune", "drei");
            tab.press("Änderung prüfen");
            tab.complains("Bitte geben Sie eine ganze Zahl an.");
            tab.look();
            tab.type("Förderplätze je Kommune", "3");
            tab.type("Begründung", "Erlass vom 1. Februar 2027");
            tab.press("Änderung prüfen");
            tab.heading("Einstellungen prüfen");
            tab.look();
            tab.press("Verbindlich ändern");
            tab.says("Die Einstellungen sind geändert und gelten ab jetzt.");
            tab.follow("Zu den Einstellungen");
            assertThat(tab.field("Förderplätze je Kommune")).hasValue("3");
            assertThat(tab.field("Stufe 1: Ab so vielen Tagen vor dem ersten Tag"))
                    .hasValue("15");
            tab.type("Förderplätze je Kommune", "1");
            tab.type("Begründung", "Zurück");
            tab.press("Änderung prüfen");
            tab.complains("Mit nur einem Förderplatz je Kommune geht das nicht: Eine Kommune nutzt mehr.");
            tab.look();
            tab.follow("Protokoll");
            tab.reads("Förderplätze je Kommune: 2 → 3");
        }
    }

    @Test
    void the_ministry_opens_the_next_period_and_carries_over_what_is_left() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.MINISTRY, null));
            tab.navigate("Einstellungen");
            tab.follow("Förderzeiträume anlegen und Reste übertragen");
            tab.heading("Förderzeiträume");
            tab.look();
            tab.type("Erster Tag", "2028-12-31");
            tab.type("Letzter Tag", "2030-12-31");
            tab.type("Budget in Euro", "50.000,00");
            tab.type("Begründung", "Haushalt 2029");
            tab.press("Förderzeitraum prüfen");
            tab.complains("überschneidet sich mit dem Zeitraum 01.01.2027 bis 31.12.2028");
            tab.look();
            tab.type("Erster Tag", "2029-01-01");
            tab.press("Förderzeitraum prüfen");
            tab.heading("Neuen Förderzeitraum prüfen");
            tab.look();
            tab.press("Förderzeitraum anlegen");
            tab.says("Der Förderzeitraum ist angelegt.");
            tab.follow("Zu den Förderzeiträumen");
            tab.reads("01.01.2029 bis 31.12.2030");
            tab.go("/zeitraeume/1/uebertragen");
            tab.reads("Zurzeit lässt sich nichts übertragen.");
            tab.look();
        }
        clock.set(Instant.parse("2029-01-01T08:00:00Z"));
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.MINISTRY, null));
            tab.go("/zeitraeume");
            tab.look();
            tab.follow("Rest übertragen aus 01.01.2027 bis 31.12.2028");
            tab.heading("Rest übertragen");
            tab.look();
            tab.press("Übertrag prüfen");
            tab.complains("Begründung");
            tab.look();
            tab.type("Begründung", "Erlass vom 1. Januar 2029");
            tab.press("Übertrag prüfen");
            tab.heading("Übertrag prüfen");
            tab.look();
            tab.press("Rest übertragen");
            tab.says("Der Rest ist übertragen und gebucht.");
            tab.follow("Zu den Förderzeiträumen");
            tab.reads("249.500,00");
            tab.go("/budget");
            tab.look();
            tab.reads("Übertrag aus dem Zeitraum 01.01.2027 bis 31.12.2028: Erlass vom 1. Januar 2029");
        }
    }

    @Test
    void the_ministry_prefers_first_persons_and_a_kommune_registers_a_third_one_at_its_own_cost() {
        long seminar = given.aSeminar().published();
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        given.registered(staff.asActor(), seminar);
        try (Tab ministry = Tab.open(address)) {
            ministry.signIn(given.account(Role.MINISTRY, null));
            ministry.navigate("Einstellungen");
            ministry.tick("Über die Förderplätze hinaus dürfen Kommunen weitere Personen auf eigene Kosten anmelden");
            ministry.type("Begründung", "Erlass vom 1. Februar 2027");
            ministry.press("Änderung prüfen");
            ministry.press("Verbindlich ändern");
            ministry.follow("Zu den Einstellungen");
            ministry.follow("Vorrang für erste Personen");
            ministry.heading("Vorrang für erste Personen");
            ministry.reads("Zurzeit wartet niemand auf Fördermittel");
            ministry.optionalField("Bis einschließlich").fill("2027-03-31");
            ministry.press("Änderung prüfen");
            ministry.complains("Begründung");
            ministry.look();
            ministry.type("Begründung", "Erlass vom 1. Februar 2027");
            ministry.press("Änderung prüfen");
            ministry.look();
            ministry.press("Verbindlich ändern");
            ministry.says("Der Vorrang für erste Personen ist gespeichert und gilt ab jetzt.");
            String waiting = given.registeredOrWaiting(staff.asActor(), seminar);
            ministry.go("/einstellungen/erste-personen?mehr=1.000");
            ministry.reads("Der Vorrang gilt bis einschließlich 31.03.2027.");
            ministry.reads("davon Kommunen, aus denen noch niemand gefördert wird");
            ministry.look();
            try (Tab kommune = Tab.open(address)) {
                kommune.signIn(staff);
                kommune.go("/anmeldungen/" + waiting);
                kommune.reads("kann ab dem 01.04.2027 nachrücken");
                kommune.go("/anmeldungen/neu?seminar=" + seminar);
                kommune.look();
                kommune.tick("Auf eigene Kosten anmelden");
                kommune.type("Vorname", "Dora");
                kommune.type("Nachname", "Dritte");
                kommune.type("Dienstliche E-Mail-Adresse", "dora@langenhagen.example");
                kommune.press("Weiter zur Prüfung");
                kommune.look();
                kommune.press("Verbindlich anmelden");
                kommune.heading("Dora Dritte");
                kommune.follow("Zur Anmeldung");
                kommune.reads("auf eigene Kosten");
                kommune.look();
            }
        }
    }
}
