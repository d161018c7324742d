package de.digitallotsen.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The NSI claims what is spent, the Ministry sends it back, approves and pays. */
@PortalTest
class ClaimJourneyTest {

    @Inject
    Given given;

    @Inject
    AttendanceFixture held;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL address;

    @Test
    void a_claim_walks_from_the_nsi_to_the_ministry_and_back() {
        held.where(AttendanceFixture.ALL_DAYS, "Musterperson", "Zweitperson");
        try (Tab nsi = Tab.open(address);
                Tab ministry = Tab.open(address);
                Tab second = Tab.open(address)) {
            nsi.signIn(given.account(Role.NSI, null));
            ministry.signIn(given.account(Role.MINISTRY, null));
            prepare(nsi);
            submit(nsi);
            sendBack(ministry);
            nsi.navigate("Übersicht");
            nsi.reads("Das Ministerium hat den Mittelabruf 2027-001 über 1.000,00");
            nsi.look();
            nsi.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("mit einer Bemerkung zurückgegeben."))
                    .click();
            nsi.reads("Bitte legen Sie die Liste bei.");
            nsi.look();
            submit(nsi);
            approve(ministry);
            second.signIn(given.account(Role.MINISTRY, null));
            pay(second, German.date(clock.today()));
            prove(ministry);
        }
    }

    private void prepare(Tab nsi) {
        nsi.navigate("Mittelabrufe");
        nsi.heading("Mittelabrufe");
        nsi.reads("Noch nicht abgerufen: 1.000,00");
        nsi.look();
        nsi.page().getByRole(AriaRole.CHECKBOX).uncheck();
        nsi.press("Mittelabruf zusammenstellen");
        nsi.complains("Bitte wählen Sie mindestens einen Termin.");
        nsi.look();
        nsi.page().getByRole(AriaRole.CHECKBOX).check();
        nsi.press("Mittelabruf zusammenstellen");
        nsi.heading("Mittelabruf 2027-001");
        nsi.says("Der Mittelabruf ist zusammengestellt.");
        nsi.readsNot("Musterperson");
        nsi.look();
        downloads(nsi, "Mittelabruf (PDF)", "mittelabruf-2027-001.pdf");
        downloads(nsi, "Als Excel-Datei", "mittelabruf-2027-001.xlsx");
    }

    private static void submit(Tab nsi) {
        nsi.press("Einreichen");
        nsi.says("Der Mittelabruf ist eingereicht.");
        nsi.look();
    }

    private static void sendBack(Tab ministry) {
        ministry.navigate("Übersicht");
        ministry.reads("Der Mittelabruf 2027-001 über 1.000,00");
        ministry.look();
        ministry.navigate("Mittelabrufe");
        ministry.look();
        ministry.follow("2027-001");
        ministry.look();
        ministry.press("Mit Bemerkung zurückgeben");
        ministry.complains("Bitte geben Sie „Bemerkung“ an.");
        ministry.look();
        ministry.type("Bemerkung", "Bitte legen Sie die Liste bei.");
        ministry.press("Mit Bemerkung zurückgeben");
        ministry.says("Der Mittelabruf ist mit Ihrer Bemerkung zurückgegeben.");
        ministry.look();
    }

    private static void approve(Tab ministry) {
        ministry.navigate("Mittelabrufe");
        ministry.follow("2027-001");
        ministry.readsNot("Musterperson");
        ministry.press("Genehmigen");
        ministry.says("Der Mittelabruf ist genehmigt.");
        ministry.reads("Deshalb muss eine zweite Person des Ministeriums vermerken");
        ministry.readsNot("Zahlung vermerken");
        ministry.look();
    }

    private static void pay(Tab ministry, String day) {
        ministry.navigate("Mittelabrufe");
        ministry.follow("2027-001");
        ministry.follow("Zahlung vermerken");
        ministry.look();
        ministry.press("Zahlung prüfen");
        ministry.complains("Bitte geben Sie „Wertstellung“ an.");
        ministry.look();
        ministry.type("Wertstellung", day);
        ministry.type("Betrag in Euro", "1.000,00");
        ministry.type("Kassenzeichen", "0420 1234 5678");
        ministry.press("Zahlung prüfen");
        ministry.reads("Wertstellung " + day + ", Kassenzeichen 0420 1234 5678");
        ministry.look();
        ministry.press("Zahlung vermerken");
        ministry.heading("Die Zahlung ist vermerkt.");
        ministry.look();
        ministry.follow("Zum Mittelabruf");
        ministry.look();
        ministry.follow("Mittelabruf 2027-001 im Protokoll");
        ministry.reads("hat vermerkt, dass der Mittelabruf 2027-001 gezahlt ist.");
    }

    private static void prove(Tab ministry) {
        ministry.navigate("Verwendungsnachweis");
        ministry.heading("Verwendungsnachweis");
        ministry.reads("Bis zum fertigen Nachweis fehlt");
        ministry.readsNot("Musterperson");
        ministry.look();
        downloads(ministry, "Vorschau (PDF)", "verwendungsnachweis-2027-01-01-vorschau.pdf");
        downloads(ministry, "Vorschau (Excel-Datei)", "verwendungsnachweis-2027-01-01-vorschau.xlsx");
        ministry.press("PDF mit Namen");
        ministry.complains("Bitte geben Sie „Begründung“ an.");
        ministry.look();
        ministry.type("Begründung", "Stichprobe nach § 44 LHO");
        Download file = ministry.page().waitForDownload(() -> ministry.press("PDF mit Namen"));
        assertThat(file.suggestedFilename()).isEqualTo("verwendungsnachweis-2027-01-01-vorschau-mit-namen.pdf");
        ministry.type("Begründung", "Stichprobe der Belege im Februar");
        Download second = ministry.page().waitForDownload(() -> ministry.press("Excel-Datei mit Namen"));
        assertThat(second.suggestedFilename())
                .as("the same page is used again")
                .isEqualTo("verwendungsnachweis-2027-01-01-vorschau-mit-namen.xlsx");
        ministry.navigate("Protokoll");
        ministry.reads("mit den Namen der Teilnehmenden abgerufen.");
        ministry.reads("Stichprobe");
        ministry.readsNot("Musterperson");
    }

    private static void downloads(Tab tab, String link, String name) {
        Download file = tab.page().waitForDownload(() -> tab.follow(link));
        assertThat(file.failure()).isNull();
        assertThat(file.suggestedFilename()).isEqualTo(name);
    }
}
