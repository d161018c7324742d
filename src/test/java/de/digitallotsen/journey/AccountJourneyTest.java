package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

import com.microsoft.playwright.options.FilePayload;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.Authenticator;
import de.digitallotsen.account.Demanded;
import de.digitallotsen.account.MailBag;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Accounts look after themselves, the NSI looks after accounts, and reads in the register of a merger. */
@PortalTest
class AccountJourneyTest {

    private static final String SAMTGEMEINDE = "033595407000";
    private static final String LINE =
            "033590041041;03359041;Nordkehdingen;Gemeinde;EINHEITSGEMEINDE;;03359;6910;21729;Freiburg/Elbe\n";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailBag mails;

    @TestHTTPResource("/")
    URL address;

    @Test
    void the_nsi_reads_in_the_register_of_a_merger_and_looks_after_an_account() {
        database.registerWillChange();
        User staff = given.account(Role.KOMMUNE, SAMTGEMEINDE);
        given.registered(staff.asActor(), given.aSeminar().published());
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.NSI, null));
            tab.navigate("Kommunen");
            tab.follow("Register einlesen");
            tab.heading("Register einlesen");
            tab.look();
            tab.press("Vorschau anzeigen");
            tab.complains("Bitte wählen Sie eine CSV-Datei.");
            tab.look();
            String file = Database.register()
                            .lines()
                            .filter(line -> !line.startsWith("033595407"))
                            .map(line -> line.startsWith("031510000000")
                                    ? line.replace(";175943;", ";176000;")
                                    : line.startsWith("031030000000")
                                            ? line.replace(";Wolfsburg;", ";Wolfsburg am Mittellandkanal;")
                                            : line)
                            .collect(Collectors.joining("\n"))
                    + "\n" + LINE;
            tab.field("CSV-Datei")
                    .setInputFiles(new FilePayload("kommunen.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            tab.press("Vorschau anzeigen");
            tab.heading("Register einlesen: Vorschau");
            tab.reads("Nur die Einwohnerzahl ändert sich bei 1");
            tab.look();
            tab.type("Nachfolgerin von Gemeinde Balje", "Atlantis");
            tab.press("Jetzt übernehmen");
            tab.complains("„Atlantis“ steht nicht in der Datei");
            tab.look();
            tab.type("Nachfolgerin von Gemeinde Balje", "Gemeinde Nordkehdingen");
            tab.press("Jetzt übernehmen");
            tab.says("Das Register ist auf dem Stand der Datei.");
            tab.navigate("Zugänge");
            tab.type("Name, E-Mail-Adresse oder Kommune", "Nordkehdingen");
            tab.press("Filtern");
            tab.look();
            tab.follow(staff.name());
            tab.heading(staff.name());
            tab.reads("Gemeinde Nordkehdingen");
            tab.look();
            tab.press("Zugang sperren");
            tab.says("Der Zugang ist gesperrt.");
            tab.look();
        }
    }

    @Test
    void the_ministry_invites_a_colleague_who_makes_an_account_and_looks_after_it() {
        User user = given.account(Role.MINISTRY, null);
        User nsi = given.account(Role.NSI, null);
        String email = "nora.neumann@ministerium.example";
        try (Tab tab = Tab.open(address);
                Tab invited = Tab.open(address)) {
            tab.signIn(user);
            tab.navigate("Zugänge");
            tab.heading("Zugänge");
            tab.readsNot(nsi.name());
            tab.type("E-Mail-Adresse", email);
            tab.press("Einladen");
            tab.says("Einladung: Ministerium");
            tab.look();
            invited.go("/einladung/" + MailBag.token(mails.awaitNumber(1, email)));
            invited.reads(email);
            invited.look();
            invited.type("Vor- und Nachname", "Nora Neumann");
            invited.type("Passwort", Given.PASSWORD);
            invited.type("Passwort wiederholen", Given.PASSWORD);
            invited.press("Zugang einrichten");
            invited.says("Ihr Zugang ist angelegt.");
            tab.navigate("Zugänge");
            tab.readsNot("Offene Einladungen");
            tab.follow("Nora Neumann");
            tab.press("Zugang sperren");
            tab.says("Der Zugang ist gesperrt.");
            tab.go("/zugaenge/" + user.id());
            tab.reads("den kann niemand selbst sperren");
            tab.readsNot("Zugang freigeben");
            tab.look();
        }
    }

    @Test
    void somebody_of_the_nsi_uses_a_second_factor() {
        User user = given.account(Role.NSI, null);
        try (Tab tab = Tab.withoutScripts(address)) {
            tab.signIn(user);
            tab.go("/konto");
            tab.heading("Mein Zugang");
            tab.follow("Zweiten Faktor einrichten");
            tab.heading("Zweiten Faktor einrichten");
            tab.type("Passwort", Given.PASSWORD);
            tab.press("Jetzt einrichten");
            String secret = tab.page().locator("main code").innerText().replace(" ", "");
            tab.type("Code", "000000");
            tab.press("Code bestätigen");
            tab.complains("Der Code stimmt nicht.");
            tab.type("Code", Authenticator.code(secret, clock.instant()));
            tab.press("Code bestätigen");
            tab.heading("Zweiter Faktor eingerichtet");
            assertThat(tab.page().locator("main li code")).hasCount(10);
            tab.follow("Fertig");
            tab.reads("Unbenutzte Wiederherstellungscodes: 10");
            tab.press("Überall ausloggen");
            tab.says("Sie sind überall ausgeloggt.");
            clock.pass(Duration.ofMinutes(1));
            tab.signIn(user);
            tab.heading("Code eingeben");
            tab.type("Code", "123456");
            tab.press("Einloggen");
            tab.complains("Der Code stimmt nicht oder wurde schon benutzt.");
            tab.type("Code", Authenticator.code(secret, clock.instant()));
            tab.press("Einloggen");
            tab.heading("Aufgaben");
        }
    }

    @Test
    void every_page_of_ones_own_account_is_free_of_barriers() {
        User user = given.account(Role.MINISTRY, null);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(user);
            tab.go("/konto");
            tab.look();
            tab.press("Passwort ändern");
            tab.complains("Bitte geben Sie „Bisheriges Passwort“ an.");
            tab.look();
            tab.go("/konto/zweiter-faktor");
            tab.look();
            tab.type("Passwort", "falsch");
            tab.press("Jetzt einrichten");
            tab.complains("Das Passwort stimmt nicht.");
            tab.look();
            tab.type("Passwort", Given.PASSWORD);
            tab.press("Jetzt einrichten");
            tab.look();
            String secret = tab.page().locator("main code").innerText().replace(" ", "");
            tab.type("Code", Authenticator.code(secret, clock.instant()));
            tab.press("Code bestätigen");
            tab.look();
            tab.go("/konto/zweiter-faktor/abschalten");
            tab.look();
            tab.go("/konto");
            tab.press("Überall ausloggen");
            tab.signIn(user);
            tab.look();
        }
    }

    @Test
    void the_nsi_invites_many_kommunen_with_a_list() {
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.NSI, null));
            tab.navigate("Zugänge");
            tab.follow("Viele Kommunen auf einmal einladen");
            tab.heading("Viele Kommunen einladen");
            tab.press("Vorschau anzeigen");
            tab.complains("Bitte nennen Sie mindestens eine E-Mail-Adresse: als Text oder als Datei.");
            tab.look();
            tab.type(
                    "Liste als Text (freiwillig)",
                    Given.LANGENHAGEN + ";neu@langenhagen.example\nNirgendwo;neu@nirgendwo.example");
            tab.press("Vorschau anzeigen");
            tab.reads("1 Einladung würde verschickt.");
            tab.look();
            tab.press("1 Einladung verschicken");
            tab.reads("Eingeladen: 1.");
            tab.look();
            tab.follow("Zu den Zugängen");
            tab.reads("neu@langenhagen.example");
        }
    }

    @Test
    void an_auditor_sets_up_the_second_factor_and_then_reads() {
        Demanded.now();
        User user = given.account(Role.AUDITOR, null);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(user);
            tab.heading("Zweiten Faktor einrichten");
            tab.reads("Für Ihren Zugang ist ein zweiter Faktor vorgeschrieben.");
            tab.look();
            tab.type("Passwort", Given.PASSWORD);
            tab.press("Jetzt einrichten");
            tab.look();
            String secret = tab.page().locator("main code").innerText().replace(" ", "");
            tab.type("Code", Authenticator.code(secret, clock.instant()));
            tab.press("Code bestätigen");
            tab.follow("Fertig");
            tab.navigate("Zugänge");
            tab.readsNot("Person einladen");
            tab.look();
            tab.navigate("Einstellungen");
            tab.reads("über das ganze Programm");
            tab.look();
            tab.navigate("Verwendungsnachweis");
            tab.press("PDF mit Namen");
            tab.complains("Bitte geben Sie „Begründung“ an.");
            tab.look();
        }
    }

    @Test
    void personnel_staff_invite_a_colleague_and_choose_a_new_password() {
        User user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        try (Tab tab = Tab.open(address)) {
            tab.signIn(user);
            tab.navigate("Zugänge");
            tab.heading("Zugänge");
            tab.look();
            tab.press("Einladen");
            tab.complains("Bitte geben Sie „E-Mail-Adresse“ an.");
            tab.type("E-Mail-Adresse", "vertretung@langenhagen.example");
            tab.press("Einladen");
            tab.says("Einladung: Stadt Langenhagen");
            tab.look();
            tab.press("Zurückziehen der Einladung an vertretung@langenhagen.example");
            tab.says("Die Einladung ist zurückgezogen.");
            tab.readsNot("vertretung@langenhagen.example");
            tab.go("/konto");
            tab.press("Überall ausloggen");
            tab.go("/einloggen");
            tab.follow("Passwort vergessen");
            tab.heading("Passwort vergessen");
            tab.look();
            tab.type("E-Mail-Adresse", user.email());
            tab.press("Link anfordern");
            tab.says("ist ein Link unterwegs");
            tab.go("/passwort-neu/" + MailBag.token(mails.awaitNumber(1, user.email())));
            tab.heading("Neues Passwort wählen");
            tab.look();
            tab.type("Neues Passwort", "drei kurze Wörter");
            tab.type("Neues Passwort wiederholen", "drei kurze Wörter");
            tab.press("Passwort speichern");
            tab.says("Ihr neues Passwort ist gespeichert.");
        }
    }
}
