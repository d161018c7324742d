package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.registration.CorrectParticipant;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R29: nobody is written to whom the check page did not name; else nothing happens, and the page says who it would be.
 */
@PortalTest
class NamedRecipientsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    @Inject
    CorrectParticipant correct;

    private User account;
    private Visitor staff;

    @BeforeEach
    void sign_in() {
        account = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        staff = Visitor.signedIn(account);
    }

    private static String path(Response redirect) {
        assertThat(redirect.statusCode()).as(redirect.asString()).isEqualTo(303);
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** While the page is open, somebody else of the Kommune gets an account; the first click does nothing. */
    private void assertNewColleagueIsSaidFirst(Visitor visitor, String page, String action) {
        Response shown = visitor.get(page);
        User colleague = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        assertRefused(visitor, shown, action, colleague.email());
    }

    private void assertRefused(Visitor visitor, Response shown, String action, String address) {
        assertThat(shown.asString()).doesNotContain(address);
        Map<String, List<String>> before = Changes.content(database);
        Response changed = visitor.sendForm(shown, action);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(Changes.content(database)).isEqualTo(before);
        assertThat(changed.asString())
                .contains("Gezeigt war: E-Mails an andere Personen oder andere Adressen.")
                .contains("<li>")
                .contains(address);
        mails.composeAll();
        path(visitor.sendForm(changed, action));
        mails.composeAll();
        assertThat(database.rows("select distinct recipient from outbox_mail")).contains(address);
    }

    @Test
    void of_a_registration() {
        String page = path(staff.send(
                "/anmeldungen/neu", Bodies.registrationForm(given.aSeminar().published())));
        assertNewColleagueIsSaidFirst(staff, page, page);
    }

    @Test
    void of_one_that_waits() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        String page = path(
                staff.send("/anmeldungen/neu", Bodies.with(Bodies.registrationForm(seminar), "acceptWaiting", "ja")));
        assertNewColleagueIsSaidFirst(staff, page, page);
    }

    @Test
    void of_two() {
        String[] form = {
            "seminarId",
            String.valueOf(given.aSeminar().published()),
            "1.firstName",
            "Anna",
            "1.lastName",
            "Eins",
            "1.email",
            "anna@langenhagen.example",
            "2.firstName",
            "Berta",
            "2.lastName",
            "Zwei",
            "2.email",
            "berta@langenhagen.example"
        };
        String page = path(staff.send("/anmeldungen/zu-zweit", form));
        assertNewColleagueIsSaidFirst(staff, page, page);
    }

    @Test
    void of_a_list() {
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        String page = Lists.sent(nsi, given.aSeminar().published(), List.of(Given.SOTTRUM, Given.LANGENHAGEN));
        assertThat(nsi.get(page).asString())
                .contains("Wer eine E-Mail bekommt: 3", account.email(), "anna." + Given.SOTTRUM + "@liste.example");
        assertNewColleagueIsSaidFirst(nsi, page, page);
        assertThat(database.number("select count(*) from registration")).isEqualTo(2);
    }

    @Test
    void of_a_rebooking_a_cancellation_and_a_substitution() {
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        String at = "/anmeldungen/" + reference;
        String rebook = at + "/umbuchen/pruefen";
        assertNewColleagueIsSaidFirst(
                staff, rebook + "?seminarId=" + given.aSeminar().published(), rebook);
        String substitute = path(staff.send(at + "/ersetzen", Bodies.registrationForm(0)));
        assertNewColleagueIsSaidFirst(staff, substitute, substitute);
        assertNewColleagueIsSaidFirst(staff, at + "/stornieren", at + "/stornieren");
        assertThat(given.statusOf(reference)).isEqualTo("CANCELLED");
    }

    @Test
    void of_a_promotion_by_hand() {
        long seminar = given.aSeminar()
                .withSeats(1)
                .beginningOn(clock.today().plusDays(28))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        String first = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        String waiting = given.registeredOrWaiting(account.asActor(), seminar);
        clock.set(TestClock.START.plusSeconds(3600));
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        nsi.send("/anmeldungen/" + first + "/stornieren", "erwartet", "1:CANCELLED:50000");
        String page = "/anmeldungen/" + waiting + "/nachruecken";
        assertNewColleagueIsSaidFirst(nsi, page, page);
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
    }

    @Test
    void an_address_that_was_corrected_meanwhile_is_another_one() {
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        String page = "/anmeldungen/" + reference + "/stornieren";
        Response shown = staff.get(page);
        correct.handle(
                account.asActor(),
                new CorrectParticipant.Command(
                        reference,
                        new Participant.Details(null, null, "richtig@langenhagen.example", null, null),
                        true));
        assertRefused(staff, shown, page, "richtig@langenhagen.example");
    }
}
