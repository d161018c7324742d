package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import com.microsoft.playwright.options.AriaRole;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personnel staff register two colleagues, one of whom has to wait, and cancel. */
@PortalTest
class PersonnelJourneyTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL address;

    private User staff;
    private long free;
    private long full;

    @BeforeEach
    void twoDates() {
        staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        free = given.aSeminar().published();
        full = given.aSeminar()
                .withSeats(1)
                .beginningOn(clock.today().plusWeeks(14))
                .published();
        given.registered(given.staffOf(Given.SOTTRUM), full);
    }

    @Test
    void staff_register_wait_and_cancel() {
        try (Tab tab = Tab.open(address)) {
            wrongPasswordFirst(tab);
            everything(tab);
        }
    }

    @Test
    void staff_register_wait_and_cancel_without_scripts() {
        try (Tab tab = Tab.withoutScripts(address)) {
            wrongPasswordFirst(tab);
            everything(tab);
        }
    }

    private void wrongPasswordFirst(Tab tab) {
        tab.go("/anmeldungen");
        tab.heading("Einloggen");
        tab.type("E-Mail-Adresse", staff.email());
        tab.type("Passwort", "leider vertippt");
        tab.press("Einloggen");
        tab.complains("E-Mail-Adresse oder Passwort stimmen nicht.");
        assertThat(tab.field("E-Mail-Adresse")).hasValue(staff.email());
        tab.look();
        tab.type("Passwort", Given.PASSWORD);
        tab.press("Einloggen");
        tab.heading("Anmeldungen");
        tab.reads("Dazu gibt es keine Anmeldung.");
        tab.look();
    }

    private void everything(Tab tab) {
        tab.navigate("Übersicht");
        tab.heading("Stadt Langenhagen");
        places(tab, 0, 2);
        tab.look();
        registerWithAnError(tab);
        waitForASeat(tab);
        tab.navigate("Übersicht");
        places(tab, 2, 0);
        tab.reads("Alle Förderplätze sind belegt.");
        tab.look();
        cancel(tab);
        signOut(tab);
    }

    private static void places(Tab tab, int used, int left) {
        assertThat(tab.page()
                        .getByRole(
                                AriaRole.REGION,
                                new com.microsoft.playwright.Page.GetByRoleOptions().setName("Förderplätze")))
                .hasText(java.util.regex.Pattern.compile("2 Förderplätze\\s+" + used + " belegt\\s+" + left + " frei"));
    }

    private void registerWithAnError(Tab tab) {
        tab.follow("Person anmelden");
        tab.heading("Person anmelden");
        tab.look();
        tab.field("Termin").selectOption(String.valueOf(free));
        tab.type("Vorname", "Zoë");
        tab.type("Nachname", "O'Neill-Müller");
        tab.type("Dienstliche E-Mail-Adresse", "zoe.oneill");
        tab.optionalField("Was braucht die Person, um gut teilnehmen zu können?")
                .fill("Rampe");
        tab.press("Weiter zur Prüfung");
        tab.complains("Bitte geben Sie eine gültige E-Mail-Adresse an");
        assertThat(tab.field("Vorname")).hasValue("Zoë");
        assertThat(tab.field("Nachname")).hasValue("O'Neill-Müller");
        assertThat(tab.optionalField("Was braucht die Person, um gut teilnehmen zu können?"))
                .hasValue("Rampe");
        assertThat(tab.field("Termin")).hasValue(String.valueOf(free));
        assertThat(tab.field("Dienstliche E-Mail-Adresse")).hasAttribute("aria-invalid", "true");
        tab.look();
        tab.page().getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).click();
        assertThat(tab.field("Dienstliche E-Mail-Adresse")).isFocused();
        assertThat(database.number("select count(*) from registration where kommune_ars = ?", Given.LANGENHAGEN))
                .isZero();
        tab.type("Dienstliche E-Mail-Adresse", "zoe.oneill@langenhagen.example");
        tab.press("Weiter zur Prüfung");
        tab.heading("Anmeldung prüfen");
        tab.reads("Die Anmeldung wird sofort bestätigt.");
        tab.reads("500,00\u00a0€");
        tab.look();
        goBackAndChange(tab);
        tab.press("Verbindlich anmelden");
        tab.says("Die Anmeldung ist gespeichert.");
        tab.heading("Zoë O'Neill-Müller");
        assertThat(tab.path()).matches("/anmeldungen/[A-HJ-NP-Z2-9]{8}/ergebnis");
        tab.reads("bestätigt");
        tab.reads("Referenz:");
        tab.look();
    }

    /**
     * Back to the form that came with an error, forward again, reload, and through the link: nothing breaks or acts.
     */
    private void goBackAndChange(Tab tab) {
        tab.page().goBack();
        tab.heading("Person anmelden");
        tab.page().goForward();
        tab.heading("Anmeldung prüfen");
        tab.page().reload();
        tab.heading("Anmeldung prüfen");
        tab.follow("Angaben ändern");
        assertThat(tab.field("Nachname")).hasValue("O'Neill-Müller");
        tab.press("Weiter zur Prüfung");
        tab.heading("Anmeldung prüfen");
    }

    private void waitForASeat(Tab tab) {
        tab.go("/seminare/" + full);
        tab.follow("Auf die Warteliste setzen");
        assertThat(tab.page().getByLabel("Auf die Warteliste setzen, falls")).isChecked();
        tab.page().getByLabel("Auf die Warteliste setzen, falls").uncheck();
        tab.look();
        tab.type("Vorname", "Ümit");
        tab.type("Nachname", "Çelik");
        tab.type("Dienstliche E-Mail-Adresse", "uemit.celik@langenhagen.example");
        tab.press("Weiter zur Prüfung");
        tab.complains("Der einzige Platz ist vergeben");
        assertThat(tab.field("Nachname")).hasValue("Çelik");
        tab.page().getByLabel("Auf die Warteliste setzen, falls").check();
        tab.press("Weiter zur Prüfung");
        tab.reads("Das Seminar ist ausgebucht. Die Person kommt auf die Warteliste.");
        tab.look();
        tab.press("Verbindlich anmelden");
        tab.says("Die Anmeldung ist gespeichert.");
        tab.reads("Warteliste, Position 1");
        tab.look();
    }

    private void cancel(Tab tab) {
        tab.follow("Zoë O'Neill-Müller");
        tab.follow("Stornieren");
        tab.heading("Anmeldung stornieren");
        tab.reads("Die Stornierung kostet jetzt nichts.");
        tab.look();
        tab.press("Kostenfrei stornieren");
        tab.says("Die Anmeldung ist storniert.");
        tab.reads("Der Förderplatz ist wieder frei.");
        tab.look();
        tab.follow("Zur Anmeldung");
        tab.reads(": Storniert (");
        tab.navigate("Anmeldungen");
        tab.reads("2 Anmeldungen");
        tab.look();
        tab.field("Stand").selectOption("WAITING");
        tab.press("Filtern");
        tab.reads("1 Anmeldung");
        tab.readsNot("O'Neill");
        tab.navigate("Übersicht");
        places(tab, 1, 1);
    }

    private static void signOut(Tab tab) {
        tab.page()
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Ausloggen"))
                .click();
        tab.says("Sie sind ausgeloggt.");
        tab.go("/start");
        tab.heading("Einloggen");
    }

    @Test
    void staff_register_with_the_keyboard_only() {
        try (Tab tab = Tab.open(address)) {
            tab.go("/einloggen");
            tab.tabTo(AriaRole.LINK, "Zum Inhalt springen");
            tab.key("Enter");
            tab.tabTo(AriaRole.TEXTBOX, "E-Mail-Adresse");
            tab.keys(staff.email());
            tab.key("Tab");
            tab.keys(Given.PASSWORD);
            tab.key("Enter");
            tab.heading("Stadt Langenhagen");
            tab.tabTo(AriaRole.LINK, "Person anmelden");
            tab.key("Enter");
            tab.heading("Person anmelden");
            tab.tabTo(AriaRole.COMBOBOX, "Termin");
            tab.key("ArrowDown");
            tab.tabTo(AriaRole.TEXTBOX, "Vorname");
            tab.keys("Zoë");
            tab.tabTo(AriaRole.TEXTBOX, "Nachname");
            tab.keys("Tastatur");
            tab.tabTo(AriaRole.TEXTBOX, "Dienstliche E-Mail-Adresse");
            tab.keys("zoe.tastatur@langenhagen.example");
            tab.tabTo(AriaRole.BUTTON, "Weiter zur Prüfung");
            tab.key("Enter");
            tab.heading("Anmeldung prüfen");
            tab.tabTo(AriaRole.BUTTON, "Verbindlich anmelden");
            tab.key("Enter");
            tab.heading("Zoë Tastatur");
            tab.tabTo(AriaRole.LINK, "Zur Anmeldung");
            tab.key("Enter");
            tab.heading("Zoë Tastatur");
            tab.tabTo(AriaRole.LINK, "Stornieren");
            tab.key("Enter");
            tab.heading("Anmeldung stornieren");
            tab.tabTo(AriaRole.BUTTON, "Kostenfrei stornieren");
            tab.key("Enter");
            tab.says("Die Anmeldung ist storniert.");
            tab.tabTo(AriaRole.BUTTON, "Ausloggen");
            tab.key("Enter");
            tab.says("Sie sind ausgeloggt.");
        }
    }

    @Test
    void what_was_typed_survives_a_session_that_ran_out() {
        try (Tab tab = Tab.open(address)) {
            tab.signIn(staff);
            tab.go("/anmeldungen/neu?seminar=" + free);
            tab.type("Vorname", "Zoë");
            tab.type("Nachname", "Spät");
            tab.type("Dienstliche E-Mail-Adresse", "zoe.spaet@langenhagen.example");
            clock.pass(java.time.Duration.ofMinutes(31));
            tab.page().context().clearCookies();
            tab.press("Weiter zur Prüfung");
            tab.reads("Ihre Eingaben sind noch da.");
            tab.look();
            tab.type("E-Mail-Adresse", staff.email());
            tab.type("Passwort", Given.PASSWORD);
            tab.press("Einloggen");
            tab.heading("Ihre Eingaben sind noch da");
            tab.look();
            tab.press("Weiter zum Formular");
            tab.heading("Person anmelden");
            assertThat(tab.field("Nachname")).hasValue("Spät");
            assertThat(database.number("select count(*) from registration where kommune_ars = ?", Given.LANGENHAGEN))
                    .isZero();
            tab.press("Weiter zur Prüfung");
            tab.press("Verbindlich anmelden");
            tab.heading("Zoë Spät");
        }
    }
}
