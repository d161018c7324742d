package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The NSI finds among its tasks that a mail did not arrive, looks at it and has it sent anew. */
@PortalTest
class MailsJourneyTest {

    @Inject
    Given given;
    @Inject
    Database database;
    @Inject
    MailFixture mails;
    @TestHTTPResource("/")
    URL address;

    @Test
    void the_nsi_sends_anew_what_failed() throws Exception {
        given.registered(mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN), given.aSeminar().published());
        mails.composeAll();
        database.writePastTheProgram("update outbox_mail set state = 'FAILED', attempts = 1, last_error = 'Antwort des Mailservers: 550 5.1.1 Empfänger unbekannt' where id = 1");
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.NSI, null));
            tab.heading("Aufgaben");
            tab.reads("1 E-Mail konnte nicht zugestellt werden.");
            tab.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 E-Mail konnte nicht zugestellt werden.")).click();
            tab.heading("E-Mails");
            tab.reads("Versuch 1 ist gescheitert.");
            pictures(tab, "liste");
            tab.look();
            tab.page().getByText("Ihr Seminarplatz ist bestätigt").first().click();
            tab.reads("Guten Tag Anna Beispiel,");
            assertThat(tab.page().frameLocator("iframe").getByText("Guten Tag Anna Beispiel,")).isVisible();
            pictures(tab, "mail");
            tab.look();
            Download file = tab.page().waitForDownload(() -> tab.follow("Angehängte Termine"));
            assertThat(file.suggestedFilename()).isEqualTo("termine-1.ics");
            tab.press("Erneut senden");
            tab.says("Die E-Mail wird gleich noch einmal verschickt.");
            tab.reads("wartet");
            tab.navigate("E-Mails");
            tab.reads("2 E-Mails");
            tab.look();
        }
    }

    private static void pictures(Tab tab, String name) {
        for (int width : new int[] {1280, 390}) {
            tab.page().setViewportSize(width, 900);
            for (com.microsoft.playwright.options.ColorScheme scheme : java.util.List.of(com.microsoft.playwright.options.ColorScheme.LIGHT, com.microsoft.playwright.options.ColorScheme.DARK)) {
                tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                tab.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target", "pictures", name + "-" + width + "-" + scheme + ".png")));
            }
        }
    }
}
