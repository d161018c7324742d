package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A whole season, clicked through: planned, published, full, waited for, cancelled, promoted, another person, late
 * cancellation, promoted by hand, held, closed, and at last a certificate that a stranger checks.
 */
@PortalTest
class SeasonJourneyTest {

    private static final Pattern ON_THE_CERTIFICATE = Pattern.compile("Nummer: (\\S+) Prüfcode: (\\S+)");

    @TestHTTPResource
    URL address;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    private LocalDate first;
    private long seminar;
    private User nsi;
    private User langenhagen;
    private User sottrum;
    private User third;
    /** In the order in which they came. */
    private String hers;

    private String early;
    private String promoted;
    private String last;

    @BeforeEach
    void people() {
        first = clock.today().plusDays(30);
        nsi = given.account(Role.NSI, null);
        langenhagen = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        sottrum = given.account(Role.KOMMUNE, Given.SOTTRUM);
        third = given.account(Role.KOMMUNE, given.kommunen(3).get(2));
    }

    private Instant at(int daysBefore, int hour) {
        return first.minusDays(daysBefore).atTime(hour, 0).atZone(German.BERLIN).toInstant();
    }

    @Test
    void runs_from_the_plan_to_a_certificate_that_anybody_can_check() throws IOException {
        Certificate certificate;
        try (Tab seminars = Tab.open(address);
                Tab hersTab = Tab.open(address);
                Tab others = Tab.open(address)) {
            seminars.signIn(nsi);
            planAndPublish(seminars);
            hersTab.signIn(langenhagen);
            fill(hersTab);
            others.signIn(sottrum);
            waitForASeat(others);
            somebodyCancels();
            isPromoted(others);
            anotherPerson(hersTab);
            lateCancellation(hersTab);
            promoteByHand(seminars);
            attendance(seminars);
            close(seminars);
            certificate = fetchCertificate(others);
        }
        try (Tab stranger = Tab.open(address)) {
            check(stranger, certificate);
        }
    }

    private void planAndPublish(Tab tab) {
        tab.follow("Neuen Termin planen");
        tab.type("Ort", "NSI Hannover");
        for (int day = 1; day <= 3; day++) {
            tab.type("Tag " + day, first.plusDays(day - 1).toString());
        }
        tab.type("Plätze", "2");
        tab.type("Anmeldung ab, Tag", clock.today().minusDays(1).toString());
        tab.type("Meldeschluss, Tag", first.minusDays(20).toString());
        tab.type("Meldeschluss, Uhrzeit", "18:00");
        tab.press("Speichern");
        tab.says("Der Termin ist als Entwurf gespeichert.");
        seminar = Long.parseLong(tab.path().replaceAll("\\D", ""));
        tab.follow("Veröffentlichen");
        tab.press("Jetzt veröffentlichen");
        tab.says("Der Termin ist veröffentlicht.");
    }

    private void fill(Tab tab) {
        tab.go("/seminare/" + seminar);
        tab.follow("Person anmelden");
        register(tab, "Hanna", "Herms", "hanna.herms@langenhagen.example");
        tab.reads("bestätigt");
        hers = reference(tab);
        early = given.registered(third.asActor(), seminar);
    }

    private static void register(Tab tab, String firstName, String lastName, String email) {
        tab.type("Vorname", firstName);
        tab.type("Nachname", lastName);
        tab.type("Dienstliche E-Mail-Adresse", email);
        tab.press("Weiter zur Prüfung");
        tab.press("Verbindlich anmelden");
        tab.says("Die Anmeldung ist gespeichert.");
        tab.heading(firstName + " " + lastName);
    }

    private static String reference(Tab tab) {
        return tab.path().replaceAll("/anmeldungen/|/ergebnis", "");
    }

    private void waitForASeat(Tab tab) {
        tab.go("/seminare/" + seminar);
        tab.reads("ausgebucht");
        tab.follow("Auf die Warteliste setzen");
        register(tab, "Wanda", "Wartemann", "wanda.wartemann@sottrum.example");
        tab.reads("Warteliste, Position 1");
        promoted = reference(tab);
        last = given.registeredOrWaiting(given.staffOfKommunen(4).get(3), seminar);
    }

    private void somebodyCancels() {
        try (Tab tab = Tab.open(address)) {
            tab.signIn(third);
            tab.go("/anmeldungen/" + early + "/stornieren");
            tab.press("Kostenfrei stornieren");
            tab.says("Die Anmeldung ist storniert.");
        }
    }

    private void isPromoted(Tab tab) {
        tab.go("/anmeldungen/" + promoted);
        tab.reads("bestätigt");
        tab.reads("Von der Warteliste nachgerückt");
        tab.readsNot("Position");
        tab.look();
        assertThat(given.statusOf(last)).isEqualTo("WAITING SEATS");
    }

    private void anotherPerson(Tab tab) {
        tab.go("/anmeldungen/" + hers);
        tab.look();
        tab.follow("Umbuchen");
        tab.heading("Anmeldung umbuchen");
        tab.reads("Zurzeit hat kein anderer Termin einen freien Platz.");
        tab.look();
        tab.follow("Abbrechen");
        tab.follow("Vertretung benennen");
        tab.heading("Vertretung benennen");
        tab.look();
        tab.type("Vorname", "Katrin");
        tab.press("Weiter zur Prüfung");
        tab.complains("Bitte geben Sie „Nachname“ an.");
        assertThat(tab.field("Vorname")).hasValue("Katrin");
        tab.look();
        tab.type("Nachname", "Nachfolge");
        tab.type("Dienstliche E-Mail-Adresse", "katrin.nachfolge@langenhagen.example");
        tab.press("Weiter zur Prüfung");
        tab.heading("Vertretung prüfen");
        tab.look();
        tab.press("Verbindlich benennen");
        tab.heading("Katrin Nachfolge");
        tab.look();
        tab.follow("Zur Anmeldung");
        tab.reads("Eine andere Person nimmt teil; vorher Hanna Herms");
        tab.look();
    }

    private void lateCancellation(Tab tab) {
        clock.set(at(16, 9));
        tab.signIn(langenhagen);
        tab.go("/anmeldungen/" + hers);
        tab.follow("Stornieren");
        tab.reads("Die Stornierung kostet jetzt 500,00\u00a0€.");
        tab.look();
        tab.press("Für 500,00\u00a0€ stornieren");
        tab.says("Die Anmeldung ist storniert.");
        tab.reads("die Kommune schuldet dem NSI 500,00");
        tab.look();
        assertThat(given.statusOf(last))
                .as("after the deadline nobody is promoted but by hand")
                .isEqualTo("WAITING SEATS");
    }

    private void promoteByHand(Tab tab) {
        tab.signIn(nsi);
        tab.heading("Aufgaben");
        tab.reads("Nach Meldeschluss noch 1 Platz frei, 1 auf der Warteliste");
        tab.go("/anmeldungen/" + last);
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

    /** In the seminar room, on a telephone. */
    private void attendance(Tab tab) {
        clock.set(at(-3, 9));
        tab.signIn(nsi);
        tab.heading("Aufgaben");
        tab.reads("Teilnahme noch nicht festgestellt");
        tab.go("/seminare/" + seminar + "/teilnahme");
        tab.heading("Teilnahme erfassen");
        tab.look();
        tab.onATelephone();
        tab.follow("Alle ankreuzen");
        Locator boxes = tab.page().getByRole(AriaRole.CHECKBOX);
        assertThat(boxes).hasCount(6);
        boxes.first().uncheck();
        tab.press("Teilnahme speichern");
        tab.says("Die Teilnahme ist gespeichert.");
        assertThat(boxes.first()).not().isChecked();
        assertThat(boxes.last()).isChecked();
        tab.onADesk();
    }

    private void close(Tab tab) {
        tab.follow("Zur Liste");
        tab.follow("Abschließen");
        tab.heading("Seminar abschließen");
        tab.reads("Teilgenommen (2)");
        tab.reads("Festgestellt werden 1.000,00");
        tab.look();
        tab.press("Seminar abschließen");
        tab.says("Das Seminar ist abgeschlossen.");
        tab.go("/anmeldungen/" + last);
        tab.follow("Teilnahme berichtigen");
        tab.heading("Teilnahme berichtigen");
        tab.look();
        assertThat(given.money()).isEqualTo("20000000 0 100000 0");
    }

    /** As it stands on the paper. */
    private record Certificate(String number, String code) {}

    private Certificate fetchCertificate(Tab tab) throws IOException {
        tab.signIn(sottrum);
        tab.go("/anmeldungen/" + promoted);
        tab.reads("Die Teilnahme ist festgestellt.");
        Download file = tab.page().waitForDownload(() -> tab.follow("Teilnahmebescheinigung (PDF)"));
        String text = PdfCheck.text(Files.readAllBytes(file.path()));
        assertThat(text).contains("Wanda Wartemann").contains("Digital-Lotse werden");
        Matcher found = ON_THE_CERTIFICATE.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return new Certificate(found.group(1), found.group(2));
    }

    private static void check(Tab tab, Certificate certificate) {
        tab.go("/pruefen");
        tab.type("Nummer", certificate.number());
        tab.type("Prüfcode", "AAAA-AAAA-AAAA");
        tab.press("Prüfen");
        tab.reads("gibt es keine Bescheinigung");
        tab.readsNot("ist echt");
        tab.look();
        tab.type("Prüfcode", certificate.code());
        tab.press("Prüfen");
        tab.reads("Diese Bescheinigung ist echt.");
        tab.reads("Anfangsbuchstaben W. W.");
        tab.readsNot("Wartemann");
        tab.look();
    }
}
