package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R24: the same check page open in two windows, both clicked at the same instant: the forms bear different keys, and
 * yet one acts and both lead to what it did.
 */
@PortalTest
class TwoWindowsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    CompletedSeminars completed;

    private User account;
    private User nsiAccount;
    private Visitor staff;
    private Visitor nsi;

    @BeforeEach
    void sign_in() {
        account = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        nsiAccount = given.account(Role.NSI, null);
        staff = Visitor.signedIn(account);
        nsi = Visitor.signedIn(nsiAccount);
    }

    private static String path(Response redirect) {
        assertThat(redirect.statusCode()).as(redirect.asString()).isEqualTo(303);
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** Where each of two clicks on the same page leads. */
    private static List<String> clickedTwice(Visitor visitor, String page, String action) {
        List<Callable<String>> clicks = Stream.of(visitor.copy(), visitor.copy())
                .map(window -> {
                    Response shown = window.get(page);
                    return (Callable<String>) () -> path(window.sendForm(shown, action));
                })
                .toList();
        return Race.of(clicks).results();
    }

    private static void assertOneAnswer(Visitor visitor, String page) {
        List<String> led = clickedTwice(visitor, page, page);
        assertThat(led.get(0)).isEqualTo(led.get(1));
        assertThat(visitor.get(led.get(0)).statusCode()).isEqualTo(200);
    }

    private long registrations() {
        return database.number("select count(*) from registration");
    }

    private String sent(long seminar) {
        return path(staff.send("/anmeldungen/neu", Bodies.registrationForm(seminar)));
    }

    @Test
    void one_person_is_registered() {
        assertOneAnswer(staff, sent(given.aSeminar().published()));
        assertThat(registrations()).isEqualTo(1);
    }

    @Test
    void two_people_are_registered_once() {
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
        assertOneAnswer(staff, path(staff.send("/anmeldungen/zu-zweit", form)));
        assertThat(registrations()).isEqualTo(2);
    }

    @Test
    void a_list_is_read_in_once() {
        String page = Lists.sent(nsi, given.aSeminar().published(), given.kommunen(6));
        assertOneAnswer(nsi, page);
        assertThat(registrations()).isEqualTo(6);
        assertThat(nsi.get(page).asString()).contains("Angemeldet: 6 von 6 Zeilen.");
    }

    @Test
    void somebody_else_takes_over_once() {
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        String form = "/anmeldungen/" + reference + "/ersetzen";
        assertOneAnswer(staff, path(staff.send(form, Bodies.registrationForm(0))));
        assertThat(database.number("select count(*) from registration_event where kind = 'SUBSTITUTED'"))
                .isEqualTo(1);
    }

    @Test
    void a_rebooking_and_a_cancellation_are_done_once() {
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        long other = given.aSeminar().published();
        String page = "/anmeldungen/" + reference + "/umbuchen/pruefen";
        List<String> led = clickedTwice(staff, page + "?seminarId=" + other, page);
        assertThat(led.get(0)).isEqualTo(led.get(1)).contains("umgebucht");
        clickedTwice(staff, "/anmeldungen/" + reference + "/stornieren", "/anmeldungen/" + reference + "/stornieren");
        assertThat(database.rows("select kind from registration_event order by id"))
                .containsExactly("CONFIRMED", "REBOOKED", "CANCELLED");
    }

    @Test
    void the_budget_is_raised_once() {
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        String[] fields = {"direction", "raise", "amount", "500,00", "reason", "Erlass"};
        assertOneAnswer(ministry, path(ministry.send("/budget/anpassen", fields)));
        assertThat(given.money()).isEqualTo("20050000 0 0 0");
    }

    @Test
    void a_seminar_is_closed_once() {
        long held = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        String person = given.registered(account.asActor(), held);
        clock.pass(Duration.ofDays(7));
        nsi = Visitor.signedIn(nsiAccount);
        completed.recorded(nsiAccount.asActor(), held, Set.of(person));
        assertOneAnswer(nsi, "/seminare/" + held + "/abschliessen");
        assertThat(database.number("select count(*) from certificate")).isEqualTo(1);
    }

    /** The end of the entry belongs to the act: what is undone can be done again. */
    @Test
    void what_was_refused_at_the_first_click_can_be_clicked_again() {
        long seminar = given.aSeminar().withSeats(1).published();
        String page = sent(seminar);
        Response shown = staff.get(page);
        String taken = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        assertThat(staff.sendForm(shown, page).statusCode()).isEqualTo(409);
        nsi.send("/anmeldungen/" + taken + "/stornieren", "erwartet", "1:CANCELLED:0");
        assertThat(path(staff.sendForm(shown, page))).contains("angemeldet");
        assertThat(database.number("select count(*) from registration where status = 'CONFIRMED'"))
                .isEqualTo(1);
    }
}
