package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The first page of the NSI and of the Ministry says what waits for them, and leads there. */
@PortalTest
class StartTasksTest {

    @Inject
    Given given;

    @Inject
    AttendanceFixture held;

    @Inject
    ClaimFixture claims;

    @Test
    void the_nsi_is_led_to_what_it_can_claim() {
        held.where(AttendanceFixture.ALL_DAYS, "Eins");
        assertThat(Visitor.signedIn(given.account(Role.NSI, null)).get("/start").asString())
                .contains("noch nicht abgerufen: 500,00")
                .contains("href=\"/mittelabrufe?zeitraum=1\"");
        assertThat(Visitor.signedIn(given.account(Role.MINISTRY, null))
                        .get("/budget")
                        .asString())
                .doesNotContain("Aufgaben");
    }

    @Test
    void the_ministry_begins_with_the_claims_that_wait_for_it() {
        long claim = claims.readyFor("/mittelabrufe/{id}/genehmigen").id();
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        assertThat(ministry.get("/start").header("Location")).endsWith("/budget");
        assertThat(ministry.get("/budget").asString())
                .contains("Aufgaben")
                .contains("wartet auf Ihre Prüfung")
                .contains("href=\"/mittelabrufe/" + claim + "\"");
        assertThat(ministry.get("/budget?stand=2027-02-05").asString())
                .as("a past day has no tasks")
                .doesNotContain("Aufgaben");
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        assertThat(nsi.get("/budget").asString()).doesNotContain("Aufgaben");
        assertThat(nsi.get("/start").asString()).doesNotContain("abgerufen:").doesNotContain("/mittelabrufe/" + claim);
    }
}
