package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.audit.SealAuditTrail;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people read as a number is the one without gaps (R34), wherever it stands; the former one is found, too. */
@PortalTest
class NumbersShownTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SealAuditTrail seal;

    @Inject
    ClaimFixture claims;

    private User ministry;

    /** The ids then have a gap: somebody registered, and it was taken back. */
    @BeforeEach
    void a_registration_that_came_to_nothing() {
        long seminar = given.aSeminar().published();
        QuarkusTransaction.begin();
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        QuarkusTransaction.rollback();
        ministry = given.account(Role.MINISTRY, null);
    }

    private String csv(String path) {
        return Program.of(ministry).accept("*/*").get(path).asString();
    }

    @Test
    void of_bookings_on_the_page_in_files_and_for_programs() throws SQLException {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        database.writePastTheProgram("insert into budget_entry (period_id, number, former_number, type,"
                + " allocated_cents, reason, booked_at) select period_id, 3, 112, 'ADJUSTMENT', 5, 'x', now(6)"
                + " from budget");
        database.writePastTheProgram("update budget set allocated_cents = allocated_cents + 5, entries = 3");
        assertThat(database.rows("select id from budget_entry order by id"))
                .as("a gap")
                .containsExactly("1", "3", "4");
        String page = Visitor.signedIn(ministry).get("/buchungen").asString();
        assertThat(page)
                .contains("id=\"buchung-2\">2</th>", "id=\"buchung-3\">3 <span")
                .contains("frühere Nr.&nbsp;112")
                .doesNotContain("buchung-4");
        assertThat(Program.of(ministry).get("/api/v1/budget/entries").<List<Integer>>path("items.number"))
                .containsExactly(3, 2, 1);
        assertThat(Program.of(ministry).get("/api/v1/budget/entries").<List<Integer>>path("items.id"))
                .containsExactly(4, 3, 1);
        assertThat(csv("/api/v1/budget/entries.csv"))
                .contains("Frühere Nummer")
                .containsPattern("\n3;[^\n]*;112;[^\n]*\r\n2;[^\n]*\r\n1;");
    }

    @Test
    void of_lines_of_a_claim() {
        long claim = claims.draft();
        String number = database.text("select number from budget_entry where type = 'SPENDING'");
        assertThat(number).isNotEqualTo(database.text("select id from budget_entry where type = 'SPENDING'"));
        User nsi = given.account(Role.NSI, null);
        assertThat(Program.of(nsi).get("/api/v1/claims/" + claim).<List<Integer>>path("lines.number"))
                .containsExactly(Integer.valueOf(number));
        assertThat(Program.of(nsi)
                        .accept("*/*")
                        .get("/api/v1/claims/" + claim + "/claim.csv")
                        .asString())
                .contains("\r\n" + number + ";");
    }

    @Test
    void of_entries_of_the_trail_from_their_seal_on() throws SQLException {
        database.writePastTheProgram("insert into audit_entry (id, at, action, subject_type, subject_id,"
                + " former_number) values (777, '2027-02-01', 'seminar.planned', 'seminar', '1', 777)");
        Visitor visitor = Visitor.signedIn(ministry);
        assertThat(visitor.get("/protokoll").asString()).contains("folgt <span", "frühere Nr.&nbsp;777");
        assertThat(Program.of(ministry).get("/api/v1/audit?number=777").<List<Object>>path("items.number"))
                .containsExactly((Object) null);
        clock.pass(Duration.ofMinutes(6));
        assertThat(seal.handle(Actor.portal())).isPositive();
        int last = (int) database.number("select max(number) from audit_number");
        assertThat(last).isLessThan(777);
        assertThat(visitor.get("/protokoll?eintrag=777").asString())
                .contains("kern-table__header\">" + last + " <span", "1 Eintrag,");
        assertThat(Program.of(ministry).get("/api/v1/audit?number=" + last).<List<Integer>>path("items.number"))
                .containsExactly(last);
        assertThat(csv("/api/v1/audit.csv?number=" + last))
                .contains("Frühere Nummer", "\r\n" + last + ";")
                .endsWith(";777\r\n");
        assertThat(visitor.get("/protokoll?eintrag=x").statusCode()).isEqualTo(400);
        assertThat(Program.of(ministry).get("/api/v1/audit?number=x").statusCode())
                .isEqualTo(400);
    }
}
