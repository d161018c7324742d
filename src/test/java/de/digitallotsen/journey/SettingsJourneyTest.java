package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URL;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The Ministry changes the settings of the programme. */
@PortalTest
class SettingsJourneyTest {

    @Inject
    Given given;
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
            tab.press("Einstellungen ändern");
            tab.complains("Bitte geben Sie eine ganze Zahl an.");
            tab.look();
            tab.type("Förderplätze je Kommune", "3");
            tab.type("Warum wird das geändert?", "Erlass vom 1. Februar 2027");
            tab.press("Einstellungen ändern");
            tab.says("Die Einstellungen sind geändert und gelten ab jetzt.");
            assertThat(tab.field("Förderplätze je Kommune")).hasValue("3");
            tab.type("Förderplätze je Kommune", "1");
            tab.type("Warum wird das geändert?", "Zurück");
            tab.press("Einstellungen ändern");
            tab.complains("Mit 1 Förderplätzen je Kommune geht das nicht: 1 Kommunen nutzen mehr.");
            tab.look();
            tab.follow("Protokoll");
            tab.reads("Förderplätze je Kommune: 2 → 3");
        }
    }
}
