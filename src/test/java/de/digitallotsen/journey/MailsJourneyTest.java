package de.digitallotsen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URL;

import com.deque.html.axecore.playwright.AxeBuilder;
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
import org.assertj.core.api.Assertions;
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
        given.registered(
                mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN),
                given.aSeminar().published());
        mails.composeAll();
        database.writePastTheProgram(
                "update outbox_mail set state = 'FAILED', attempts = 1, last_error = 'Antwort des Mailservers:"
                        + " 550 5.1.1 Empfänger unbekannt' where id = 1");
        try (Tab tab = Tab.open(address)) {
            tab.signIn(given.account(Role.NSI, null));
            tab.heading("Aufgaben");
            tab.reads("1 E-Mail konnte nicht zugestellt werden.");
            tab.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("1 E-Mail konnte nicht zugestellt werden."))
                    .click();
            tab.heading("E-Mails");
            tab.reads("Versuch 1 ist gescheitert.");
            tab.look();
            tab.page().getByText("Ihr Seminarplatz ist bestätigt").first().click();
            tab.reads("Guten Tag Anna Beispiel,");
            assertThat(tab.page().frameLocator("iframe").getByText("Guten Tag Anna Beispiel,"))
                    .isVisible();
            tab.look();
            Download file = tab.page().waitForDownload(() -> tab.follow("Angehängte Termine"));
            Assertions.assertThat(file.suggestedFilename()).isEqualTo("termine-1.ics");
            tab.press("Erneut senden");
            tab.says("Die E-Mail wird gleich noch einmal verschickt.");
            tab.reads("wartet");
            tab.navigate("E-Mails");
            tab.reads("2 E-Mails");
            tab.look();
        }
    }

    /** What stands in the frame, by itself: scripts, and so axe, cannot look into it there. */
    @Test
    void the_html_of_every_mail_has_no_barrier() {
        given.registered(
                mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN),
                given.aSeminar().published());
        mails.composeAll();
        try (Tab tab = Tab.open(address)) {
            for (String html : database.rows("select html_body from outbox_mail")) {
                tab.page().setContent(html);
                Assertions.assertThat(new AxeBuilder(tab.page())
                                .setLegacyMode(true).analyze().getViolations().stream()
                                        .map(rule -> rule.getId() + " " + rule.getNodes())
                                        .toList())
                        .isEmpty();
            }
        }
    }
}
