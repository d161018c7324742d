package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.mail.OutboxFixture;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R29 on pages: between a form and its act stands a page that says what will happen, and that is what happens. */
@PortalTest
class RegistrationCheckPagesTest {

    private static final Instant DEADLINE = TestClock.START.plus(Duration.ofDays(7));

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    @Inject
    OutboxFixture outbox;

    private User account;
    private Visitor staff;

    @BeforeEach
    void signIn() {
        account = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        staff = Visitor.signedIn(account);
    }

    private static String leadsTo(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** The check page that a form leads to. */
    private static String check(Visitor visitor, long seminar, String... more) {
        String[] form = Bodies.registrationForm(seminar);
        for (int i = 0; i < more.length; i += 2) {
            form = Bodies.with(form, more[i], more[i + 1]);
        }
        return leadsTo(visitor.send("/anmeldungen/neu", form));
    }

    private long early() {
        return given.aSeminar()
                .withSeats(1)
                .beginningOn(clock.today().plusDays(28))
                .closesAt(DEADLINE)
                .published();
    }

    /** Every address that stands in a list of a page. */
    private static List<String> addresses(Response page) {
        return Pattern.compile("<li>[^<]*, ([^ <,]+@[^ <]+) \\(")
                .matcher(page.asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .sorted()
                .toList();
    }

    private List<String> written() {
        mails.composeAll();
        List<String> addresses = database.rows("select distinct recipient from outbox_mail order by recipient");
        return addresses;
    }

    @Test
    void what_the_check_page_of_a_registration_says_is_what_happens() {
        long seminar = early();
        String address = check(staff, seminar);
        assertThat(address).matches("/anmeldungen/neu/[A-Za-z0-9_-]{40,}").doesNotContain("kommune.example");
        Response check = staff.get(address);
        assertThat(check.asString())
                .contains("Jörg Süßmilch", "Die Anmeldung wird sofort bestätigt.", "Stadt Langenhagen")
                .contains("mit dem Meldeschluss am 08.02.2027")
                .contains(
                        "bis einschließlich 14.02.2027, kostet 500,00\u00a0€",
                        "bis einschließlich 01.03.2027, kostet 1.000,00\u00a0€")
                .contains("an mindestens 2 Tagen von 3")
                .contains("<strong>500,00\u00a0€</strong>");
        assertThat(database.number("select count(*) from registration")).isZero();
        String result = leadsTo(staff.sendForm(check, address));
        assertThat(result).matches("/anmeldungen/[A-HJ-NP-Z2-9]{8}/ergebnis\\?meldung=angemeldet");
        Response done = staff.get(result);
        assertThat(done.asString())
                .contains("Die Anmeldung ist gespeichert.", "bestätigt", "<strong>500,00\u00a0€</strong>")
                .contains("bestaetigung.pdf", "calendar.ics", "Frist für eine kostenfreie Stornierung: ");
        assertThat(database.text("select concat_ws(' ', status, due_cents) from registration"))
                .isEqualTo("CONFIRMED 50000");
        assertThat(addresses(done)).isEqualTo(addresses(check)).hasSize(2).isEqualTo(written());
    }

    @Test
    void the_nsi_is_told_that_a_kommune_without_an_account_gets_no_mail() {
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        String ars = given.kommunen(1).get(0);
        Response check = nsi.get(check(nsi, given.aSeminar().published(), "kommuneArs", ars));
        assertThat(check.asString()).contains("Die Personalstelle hat keinen Zugang");
        assertThat(addresses(check)).hasSize(1);
        Response other = nsi.get(check(nsi, given.aSeminar().published(), "kommuneArs", Given.LANGENHAGEN));
        assertThat(other.asString()).doesNotContain("Die Personalstelle hat keinen Zugang");
    }

    @Test
    void the_list_of_dates_is_short_and_says_online_where_there_is_no_house() {
        Map<String, Object> online = Bodies.with(Bodies.with(Bodies.seminar(0), "online", true), "venue", null);
        User nsi = given.account(Role.NSI, null);
        String id = Program.of(nsi)
                .body(Bodies.with(online, "opensAt", "2027-01-15T08:00:00Z"))
                .post("/api/v1/seminars")
                .path("id");
        Program.of(nsi).post("/api/v1/seminars/" + id + "/publication").then().statusCode(200);
        given.aSeminar().published();
        assertThat(staff.get("/anmeldungen/neu").asString())
                .containsPattern(", Online, Nr\\.\u00a0\\d+ \\(20 von 20 Plätzen frei, 500,00\u00a0€\\)")
                .containsPattern(", NSI Hannover, Nr\\.\u00a0\\d+ \\(20 von 20 Plätzen frei, 500,00\u00a0€\\)");
    }

    @Test
    void whoever_will_wait_is_told_so_and_waits() {
        long seminar = early();
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        String address = check(staff, seminar, "acceptWaiting", "ja");
        Response check = staff.get(address);
        assertThat(check.asString())
                .contains("Das Seminar ist ausgebucht. Die Person kommt auf die Warteliste.")
                .contains("<strong>0,00\u00a0€</strong>");
        Response done = staff.get(leadsTo(staff.sendForm(check, address)));
        assertThat(done.asString()).contains("Warteliste, Position 1", "<strong>0,00\u00a0€</strong>");
        assertThat(addresses(done)).isEqualTo(addresses(check)).hasSize(2);
    }

    @Test
    void nothing_happens_where_the_seat_has_gone_and_the_new_answer_is_shown() {
        long seminar = early();
        String address = check(staff, seminar, "acceptWaiting", "ja");
        Response check = staff.get(address);
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        Map<String, List<String>> before = Changes.content(database);
        Response changed = staff.sendForm(check, address);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString())
                .contains("Gezeigt war: bestätigt, zu zahlen 500,00\u00a0€.")
                .contains("Jetzt wäre es: auf der Warteliste, zu zahlen 0,00\u00a0€.")
                .contains("Die Person kommt auf die Warteliste.");
        assertThat(Changes.content(database)).isEqualTo(before);
        assertThat(staff.get(leadsTo(staff.sendForm(changed, address))).asString())
                .contains("Warteliste, Position 1");
    }

    @Test
    void nothing_happens_where_nobody_would_be_registered_any_more() {
        long seminar = early();
        String address = check(staff, seminar);
        Response check = staff.get(address);
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        Response changed = staff.sendForm(check, address);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString())
                .contains("Jetzt wäre es: nicht möglich.", "Der einzige Platz ist vergeben", "Angaben ändern")
                .doesNotContain("Verbindlich anmelden");
        assertThat(staff.get(address).asString()).doesNotContain("Verbindlich anmelden");
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
    }

    @Test
    void going_back_reloading_and_clicking_again_register_once() {
        String address = check(staff, given.aSeminar().published());
        Response check = staff.get(address);
        staff.get(address);
        String result = leadsTo(staff.sendForm(check, address));
        assertThat(leadsTo(staff.sendForm(check, address))).isEqualTo(result);
        assertThat(leadsTo(staff.get(address))).isEqualTo(result);
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
        assertThat(database.number("select count(*) from kept_entry where typed is not null"))
                .isZero();
    }

    @Test
    void a_click_that_carries_nothing_of_what_was_shown_does_nothing() {
        String address = check(staff, given.aSeminar().published());
        for (String forged : List.of("", "x", "1:LUCKY:0", "2:CONFIRMED:50000")) {
            assertThat(leadsTo(staff.send(address, "erwartet", forged))).isEqualTo(address);
        }
        assertThat(staff.send(address, "erwartet", "1:REFUSED:0").statusCode()).isEqualTo(409);
        assertThat(database.number("select count(*) from registration")).isZero();
    }

    @Test
    void a_click_after_the_session_has_ended_shows_the_check_page_again_and_registers_nobody() {
        String address = check(staff, given.aSeminar().published());
        Visitor late = Visitor.anonymous();
        Response signIn = late.sendWithToken("of yesterday", address, "erwartet", "1:CONFIRMED:50000");
        assertThat(signIn.statusCode()).isEqualTo(401);
        Response resumed = late.sendForm(signIn, "/einloggen", "email", account.email(), "password", Given.PASSWORD);
        Response again = late.sendForm(resumed, address);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).contains("Jörg Süßmilch", "Verbindlich anmelden");
        assertThat(database.number("select count(*) from registration")).isZero();
        leadsTo(late.sendForm(again, address));
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
    }

    @Test
    void the_check_page_of_somebody_else_does_not_exist() {
        String address = check(staff, given.aSeminar().published());
        for (User other : List.of(
                given.account(Role.KOMMUNE, Given.LANGENHAGEN),
                given.account(Role.KOMMUNE, Given.SOTTRUM),
                given.account(Role.NSI, null))) {
            Visitor stranger = Visitor.signedIn(other);
            assertThat(stranger.get(address).statusCode()).isEqualTo(404);
            assertThat(stranger.send(address, "erwartet", "1:CONFIRMED:50000").statusCode())
                    .isEqualTo(404);
            assertThat(stranger.get(address.replace("neu/", "neu?eingaben=")).statusCode())
                    .isEqualTo(404);
        }
        assertThat(database.number("select count(*) from registration")).isZero();
    }

    @Test
    void what_was_typed_can_be_changed_and_nothing_of_it_is_lost() {
        long seminar = given.aSeminar().published();
        String address =
                check(staff, seminar, "participant.lastName", "<script>alert(1)</script>", "acceptWaiting", "ja");
        Response check = staff.get(address);
        assertThat(check.asString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(staff.get(address.replace("neu/", "neu?eingaben=")).asString())
                .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\"", "value=\"Bürgerbüro\"")
                .contains("<option value=\"" + seminar + "\" selected>")
                .contains("name=\"acceptWaiting\" value=\"ja\" checked");
    }

    @Test
    void the_form_says_first_that_no_place_is_left_and_knows_who_wants_to_wait() {
        long seminar = early();
        given.registered(account.asActor(), seminar);
        assertThat(staff.get("/seminare/" + seminar).asString()).contains("&amp;warten=ja");
        assertThat(staff.get("/anmeldungen/neu?seminar=" + seminar + "&warten=ja")
                        .asString())
                .contains("name=\"acceptWaiting\" value=\"ja\" checked")
                .doesNotContain("Zurzeit ist kein Förderplatz frei.");
        given.registered(account.asActor(), given.aSeminar().published());
        assertThat(staff.get("/anmeldungen/neu").asString())
                .contains("Zurzeit ist kein Förderplatz frei.", "Alle 2 Förderplätze der Kommune sind belegt.");
    }

    /** A browser goes back to it without asking the portal again, and without an error. */
    @Test
    void the_answer_to_a_form_may_stay_in_the_browser_that_sent_it() {
        Response wrong = staff.send("/anmeldungen/neu", "participant.firstName", "Zoë");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(staff.get("/anmeldungen/neu").header("Cache-Control")).isEqualTo("no-store");
    }

    private static String[] pair(long seminar) {
        return new String[] {
            "seminarId",
            String.valueOf(seminar),
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
            "berta@langenhagen.example",
            "acceptWaiting",
            "ja"
        };
    }

    @Test
    void two_people_are_shown_and_registered_together_or_not_at_all() {
        long seminar = given.aSeminar().withSeats(2).published();
        String address = leadsTo(staff.send("/anmeldungen/zu-zweit", pair(seminar)));
        Response check = staff.get(address);
        assertThat(check.asString()).contains("Anna Eins", "Berta Zwei", "<strong>1.000,00\u00a0€</strong>");
        assertThat(addresses(check)).hasSize(3);
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        Response changed = staff.sendForm(check, address);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString()).contains("auf der Warteliste", "<strong>500,00\u00a0€</strong>");
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
        Response done = staff.get(leadsTo(staff.sendForm(changed, address)));
        assertThat(done.asString())
                .contains("Die Anmeldung ist gespeichert.", "bestätigt", "auf der Warteliste")
                .contains("Zusammen zu zahlen: <strong>500,00\u00a0€</strong>");
        assertThat(addresses(done)).isEqualTo(addresses(check));
        assertThat(staff.sendForm(changed, address).statusCode()).isEqualTo(303);
        assertThat(staff.get(address).asString()).contains("Ergebnis");
        assertThat(database.number("select count(*) from registration")).isEqualTo(3);
    }

    @Test
    void a_line_that_has_become_possible_since_is_shown_anew_and_registers_nobody_unseen() {
        long seminar = given.aSeminar().withSeats(2).published();
        String other = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        String address = leadsTo(staff.send("/anmeldungen/zu-zweit", Bodies.with(pair(seminar), "acceptWaiting", "")));
        Response check = staff.get(address);
        assertThat(check.asString()).contains("nicht möglich");
        Visitor.signedIn(given.account(Role.NSI, null))
                .send("/anmeldungen/" + other + "/stornieren", "erwartet", "1:CANCELLED:0");
        Response changed = staff.sendForm(check, address);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
        staff.get(leadsTo(staff.sendForm(changed, address)));
        assertThat(database.number("select count(*) from registration where status = 'CONFIRMED'"))
                .isEqualTo(2);
    }

    @Test
    void both_or_neither_offers_no_click_once_one_of_them_cannot_be() {
        long seminar = given.aSeminar().withSeats(2).published();
        String[] form = Bodies.with(Bodies.with(pair(seminar), "acceptWaiting", ""), "zusammen", "ja");
        String address = leadsTo(staff.send("/anmeldungen/zu-zweit", form));
        Response check = staff.get(address);
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        assertThat(staff.get(address).asString())
                .contains("So wird niemand angemeldet.")
                .doesNotContain("Verbindlich anmelden");
        assertThat(staff.sendForm(check, address).statusCode()).isEqualTo(409);
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
    }

    @Test
    void a_rebooking_does_what_its_check_page_says_and_nothing_if_the_seat_has_gone() {
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        long other = given.aSeminar().withSeats(1).fee(120_000).published();
        String address = "/anmeldungen/" + reference + "/umbuchen/pruefen?seminarId=" + other;
        Response check = staff.get(address);
        assertThat(check.asString()).contains("500,00\u00a0€", "<strong>600,00\u00a0€</strong>");
        String taken = given.registered(given.staffOf(Given.SOTTRUM), other);
        String action = "/anmeldungen/" + reference + "/umbuchen/pruefen";
        Response changed = staff.sendForm(check, action);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString()).contains("Jetzt wäre es: nicht möglich").doesNotContain("Verbindlich umbuchen");
        Visitor.signedIn(given.account(Role.NSI, null))
                .send("/anmeldungen/" + taken + "/stornieren", "erwartet", "1:CANCELLED:0");
        check = staff.get(address);
        Response done = staff.get(leadsTo(staff.sendForm(check, action)));
        assertThat(done.asString()).contains("<strong>600,00\u00a0€</strong>");
        assertThat(addresses(done)).isEqualTo(addresses(check)).hasSize(2);
        assertThat(database.number("select due_cents from registration where reference = ?", reference))
                .isEqualTo(60_000);
        assertThat(leadsTo(staff.get(action))).contains("/umbuchen?fehlt=");
    }

    @Test
    void a_cancellation_costs_what_was_shown_and_says_who_is_written_to() {
        String reference = given.registered(account.asActor(), early());
        String address = "/anmeldungen/" + reference + "/stornieren";
        Response free = staff.get(address);
        assertThat(free.asString()).contains("Kostenfrei stornieren");
        clock.set(DEADLINE);
        staff = Visitor.signedIn(account);
        Response changed = staff.sendForm(free, address, "csrf-token", staff.token());
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString())
                .contains("Gezeigt war: storniert, zu zahlen 0,00\u00a0€.", "Für 500,00\u00a0€ stornieren");
        Response done = staff.get(leadsTo(staff.sendForm(changed, address)));
        assertThat(done.asString()).contains("Die Anmeldung ist storniert.", "<strong>500,00\u00a0€</strong>");
        assertThat(addresses(done)).isEqualTo(addresses(changed)).hasSize(2);
    }

    @Test
    void a_substitution_names_both_and_writes_to_both_and_stops_where_somebody_was_faster() {
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        String form = "/anmeldungen/" + reference + "/ersetzen";
        String slow = leadsTo(staff.send(form, Bodies.registrationForm(0)));
        Response check = staff.get(slow);
        assertThat(addresses(check)).hasSize(3);
        String fast =
                leadsTo(staff.send(form, Bodies.with(Bodies.registrationForm(0), "participant.lastName", "Flott")));
        Response done = staff.get(leadsTo(staff.sendForm(staff.get(fast), fast)));
        assertThat(done.asString()).contains("Jörg Flott");
        assertThat(addresses(done)).hasSize(3);
        Response changed = staff.sendForm(check, slow);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString()).contains("Jetzt wäre es: Jörg Flott, bestätigt, Termin ab");
        assertThat(database.text(
                        "select p.last_name from registration r join participant p on p.id = r.participant_id"))
                .isEqualTo("Flott");
        assertThat(addresses(staff.get(leadsTo(staff.sendForm(changed, slow))))).isEqualTo(addresses(changed));
        assertThat(database.text(
                        "select p.last_name from registration r join participant p on p.id = r.participant_id"))
                .isEqualTo("Süßmilch");
    }

    @Test
    void whoever_was_not_written_to_is_not_named_as_such_later() {
        String address = check(staff, given.aSeminar().published());
        String result = leadsTo(staff.sendForm(staff.get(address), address));
        List<String> written = written();
        outbox.send(subject -> {});
        given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        String reference = database.text("select reference from registration");
        String[] corrected = Bodies.with(Bodies.registrationForm(0), "samePerson", "ja");
        leadsTo(staff.send("/anmeldungen/" + reference + "/angaben", corrected));
        assertThat(addresses(staff.get(result))).isEqualTo(written).hasSize(2);
    }

    @Test
    void once_the_mails_are_gone_nobody_says_who_got_them() throws SQLException {
        String address = check(staff, given.aSeminar().published());
        String result = leadsTo(staff.sendForm(staff.get(address), address));
        mails.composeAll();
        database.writePastTheProgram("delete from outbox_mail");
        assertThat(staff.get(result).asString())
                .contains("Das ist nicht mehr gespeichert.")
                .doesNotContain("hat keinen Zugang");
    }

    @Test
    void a_substitution_that_is_braked_or_done_by_now_is_said_on_its_check_page() {
        String reference = given.registered(account.asActor(), given.aSeminar().published());
        String form = "/anmeldungen/" + reference + "/ersetzen";
        String slow = leadsTo(staff.send(form, person("wechsel@kommune.example")));
        Response check = staff.get(slow);
        String fast = leadsTo(staff.send(form, person("Wechsel@kommune.example")));
        staff.get(leadsTo(staff.sendForm(staff.get(fast), fast)));
        Response same = staff.get(slow);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.asString()).contains("Angaben ändern").doesNotContain("Verbindlich benennen");
        Response clicked = staff.sendForm(check, slow);
        assertThat(clicked.statusCode()).isEqualTo(409);
        assertThat(clicked.asString())
                .contains("Vertretung prüfen", "Angaben ändern")
                .doesNotContain("Verbindlich benennen");
        for (int i = 0; i < 18; i++) {
            String next = leadsTo(staff.send(form, person("person" + i + "@kommune.example")));
            leadsTo(staff.sendForm(staff.get(next), next));
        }
        String last = leadsTo(staff.send(form, person("letzte@kommune.example")));
        String before = leadsTo(staff.send(form, person("vorher@kommune.example")));
        leadsTo(staff.sendForm(staff.get(before), before));
        assertThat(staff.get(last).asString())
                .contains("zu oft eine andere Person benannt", "Angaben ändern")
                .doesNotContain("Verbindlich benennen");
        Response refused = staff.send(form, person("noch@kommune.example"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotNull();
    }

    private static String[] person(String email) {
        return Bodies.with(Bodies.registrationForm(0), "participant.email", email);
    }

    @Test
    void promoting_by_hand_says_beforehand_whether_it_is_possible() {
        long seminar = early();
        String first = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        String waiting = given.registeredOrWaiting(account.asActor(), seminar);
        clock.set(DEADLINE);
        Visitor nsi = Visitor.signedIn(given.account(Role.NSI, null));
        String address = "/anmeldungen/" + waiting + "/nachruecken";
        Response full = nsi.get(address);
        assertThat(full.asString()).contains("Zurzeit kann die Person nicht nachrücken.");
        nsi.send("/anmeldungen/" + first + "/stornieren", "erwartet", "1:CANCELLED:50000");
        Response check = nsi.get(address);
        assertThat(check.asString()).contains("<strong>500,00\u00a0€</strong>");
        Response done = nsi.get(leadsTo(nsi.sendForm(check, address)));
        assertThat(addresses(done)).isEqualTo(addresses(check)).hasSize(2);
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
    }

    @Test
    void a_program_is_shown_the_new_answer_instead_of_something_else_happening() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        Map<String, Object> body = Bodies.with(Bodies.registration(seminar), "acceptWaiting", true);
        body.put("expect", Map.of("outcome", "CONFIRMED", "dueCents", 50_000));
        Response changed = Program.of(account).body(body).post("/api/v1/registrations");
        JsonContractTest.assertProblem(changed, 409, "CHANGED_SINCE_PREVIEW");
        assertThat(changed.<Map<String, Object>>path("preview"))
                .containsEntry("outcome", "WAITING")
                .containsEntry("waitingReason", "SEATS")
                .containsEntry("dueCents", 0);
        body.put("expect", Map.of("outcome", "WAITING", "dueCents", 0));
        String reference = Program.of(account)
                .body(body)
                .post("/api/v1/registrations")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        Response cancellation =
                Program.of(account).post("/api/v1/registrations/" + reference + "/cancellation/preview");
        assertThat(cancellation.<String>path("outcome")).isEqualTo("CANCELLED");
        Response dearer = Program.of(account)
                .body(Map.of("expect", Map.of("dueCents", 1)))
                .post("/api/v1/registrations/" + reference + "/cancellation");
        JsonContractTest.assertProblem(dearer, 409, "CHANGED_SINCE_PREVIEW");
        assertThat(dearer.<Integer>path("preview.dueCents")).isZero();
        long other = given.aSeminar().published();
        Response rebooking = Program.of(account)
                .body(Map.of("seminarId", other))
                .post("/api/v1/registrations/" + reference + "/rebooking/preview");
        assertThat(rebooking.<Integer>path("dueCents")).isEqualTo(50_000);
        JsonContractTest.assertProblem(
                Program.of(account)
                        .body(Map.of("seminarId", other, "expect", Map.of("dueCents", 0)))
                        .post("/api/v1/registrations/" + reference + "/rebooking"),
                409,
                "CHANGED_SINCE_PREVIEW");
        Program.of(account)
                .body(Map.of("seminarId", other, "expect", Map.of("outcome", "CONFIRMED", "dueCents", 50_000)))
                .post("/api/v1/registrations/" + reference + "/rebooking")
                .then()
                .statusCode(200);
        JsonContractTest.assertProblem(
                Program.of(account)
                        .body(Map.of("expect", Map.of("outcome", "LUCKY")))
                        .post("/api/v1/registrations/" + reference + "/cancellation"),
                400,
                "INVALID_INPUT");
        Program.of(account)
                .body(Map.of("expect", Map.of("outcome", "CANCELLED", "dueCents", 0)))
                .post("/api/v1/registrations/" + reference + "/cancellation")
                .then()
                .statusCode(200);
    }
}
