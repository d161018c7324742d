package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.Form;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R29, R31: what changing a seminar does is seen before it is done, and a form changes only what it shows. */
@PortalTest
class SeminarConsequencesTest {

    /** Races, each with another head start for the click. */
    private static final int ROUNDS = 8;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    private User account;
    private Visitor nsi;

    @BeforeEach
    void sign_in() {
        account = given.account(Role.NSI, null);
        nsi = Visitor.signedIn(account);
    }

    /** A seminar with so many seats, all taken, and so many who wait. */
    private long full(int seats, int waiting) {
        long seminar = given.aSeminar().withSeats(seats).published();
        List<Actor> staff = given.staffOfKommunen(seats + waiting);
        staff.forEach(actor -> given.registeredOrWaiting(actor, seminar));
        mails.composeAll();
        return seminar;
    }

    private String change(long seminar) {
        return "/seminare/" + seminar + "/bearbeiten";
    }

    /** The fields of the form as it is shown, by name. */
    private Map<String, String> fieldsOf(String page) {
        return Visitor.fields(nsi.get(page));
    }

    private Response send(String page, Map<String, String> fields) {
        return nsi.send(page, pairs(fields));
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals(Visitor.TOKEN))
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            changed.put(more[i], more[i + 1]);
        }
        return changed;
    }

    private static String path(Response redirect) {
        assertThat(redirect.statusCode()).as(redirect.asString()).isEqualTo(303);
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private Map<String, Object> body(long seminar, Object... more) {
        Map<String, Object> json = new LinkedHashMap<>(Program.of(account)
                .get("/api/v1/seminars/" + seminar)
                .jsonPath()
                .getMap(""));
        for (int i = 0; i < more.length; i += 2) {
            json.put((String) more[i], more[i + 1]);
        }
        return json;
    }

    private Response preview(long seminar, Object... more) {
        return Program.of(account).body(body(seminar, more)).post("/api/v1/seminars/" + seminar + "/preview");
    }

    @Test
    void an_earlier_deadline_says_beforehand_whose_wait_and_whose_free_cancellation_end() {
        long seminar = full(2, 3);
        Map<String, List<String>> before = Changes.content(database);
        Map<String, String> form = with(fieldsOf(change(seminar)), "closesDate", "2027-02-01", "closesTime", "08:30");
        String check = path(send(change(seminar), form));
        String page = nsi.get(check).asString();
        assertThat(page)
                .contains("Meldeschluss")
                .contains("Für 3 Personen endet das Warten")
                .contains("Für 2 fest angemeldete Personen endet die kostenfreie Stornierung früher")
                .contains("nicht nachgerückt")
                .contains("E-Mails");
        assertThat(Changes.content(database))
                .as("nothing is changed by looking")
                .isEqualTo(before);

        Response api = preview(seminar, "closesAt", "2027-02-01T07:30:00Z");
        assertThat(api.statusCode()).as(api.asString()).isEqualTo(200);
        assertThat(api.<Integer>path("endOfWaiting")).isEqualTo(3);
        assertThat(api.<Integer>path("freeCancellationEnds")).isEqualTo(2);
        assertThat(api.<List<Integer>>path("mails.findAll { it.kind == 'PROMOTION_ENDED' }.recipients"))
                .as("each person and the account of its Kommune")
                .containsExactly(6);
        assertThat(Changes.content(database)).isEqualTo(before);

        Response saved = nsi.sendForm(nsi.get(check), check);
        assertThat(nsi.get(path(saved)).asString())
                .contains("Für 3 Personen ist das Warten zu Ende")
                .contains("E-Mails");
        assertThat(database.number("select count(*) from registration_event where kind = 'PROMOTION_ENDED'"))
                .isEqualTo(3);
        long written = database.number("select count(*) from outbox_mail");
        mails.composeAll();
        assertThat(database.number("select count(*) from outbox_mail") - written)
                .as("as many mails as were shown: 3 x 2 about the wait, 5 x 1 about the deadline")
                .isEqualTo(11);
        assertThat(path(nsi.sendForm(nsi.get(path(saved)), check)))
                .as("a second click leads to what happened")
                .isEqualTo(path(saved));
    }

    @Test
    void more_seats_say_who_moves_up_and_a_rehearsal_takes_no_audit_number() {
        long seminar = full(1, 2);
        long entries = database.number("select max(id) from audit_entry");
        Response api = preview(seminar, "capacity", 2);
        assertThat(api.<Integer>path("promoted")).isEqualTo(1);
        assertThat(api.<List<String>>path("mails.kind")).containsExactly("PROMOTED");
        String check = path(send(change(seminar), with(fieldsOf(change(seminar)), "capacity", "2")));
        assertThat(nsi.get(check).asString()).contains("Eine Person rückt von der Warteliste nach.", "nachgerückt");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 2");
        path(nsi.sendForm(nsi.get(check), check));
        assertThat(given.seatsOf(seminar)).isEqualTo("2 2 1");
        assertThat(database.number("select min(id) from audit_entry where id > " + entries))
                .as("R34: no gap by what was only rehearsed")
                .isEqualTo(entries + 1);
        assertThat(given.wrongBooks()).isEmpty();
    }

    @Test
    void free_days_are_pointed_out_and_never_refused() {
        long seminar = given.aSeminar().published();
        Map<String, String> form =
                with(fieldsOf(change(seminar)), "day1", "2027-05-01", "day2", "2027-05-06", "day3", "2027-05-09");
        String page = nsi.get(path(send(change(seminar), form))).asString();
        assertThat(page)
                .contains("Sa., 01.05.2027: Tag der Arbeit (Samstag)")
                .contains("Do., 06.05.2027: Christi Himmelfahrt")
                .contains("So., 09.05.2027: Sonntag");
        Response api =
                preview(seminar, "days", List.of(Map.of("date", "2027-10-31", "begin", "09:00", "end", "16:00")));
        assertThat(api.<String>path("holidays[0].name")).isEqualTo("Reformationstag (Sonntag)");
        assertThat(api.<String>path("holidays[0].date")).isEqualTo("2027-10-31");
        assertThat(preview(
                                seminar,
                                "days",
                                List.of(Map.of("date", "2027-02-01", "begin", "12:00", "end", "16:00")),
                                "closesAt",
                                "2027-02-01T09:00:00Z")
                        .<List<String>>path("pastDays"))
                .containsExactly("2027-02-01");
    }

    @Test
    void what_is_wrong_stands_in_the_preview_and_whoever_was_faster_is_told() {
        long seminar = full(2, 0);
        assertThat(preview(seminar, "capacity", 1).<List<String>>path("violations.field"))
                .containsExactly("capacity");
        assertThat(preview(seminar, "title", "").<List<String>>path("violations.field"))
                .containsExactly("title");
        assertThat(preview(seminar, "version", 99).<String>path("code")).isEqualTo("STALE");
    }

    @Test
    void nothing_happens_if_the_answer_has_changed_since_it_was_shown() {
        long seminar = full(2, 1);
        String check = path(send(change(seminar), with(fieldsOf(change(seminar)), "venue", "Verden")));
        Response shown = nsi.get(check);
        Response api = preview(seminar, "venue", "Verden");
        given.registeredOrWaiting(given.staffOf(Given.LANGENHAGEN), seminar);
        mails.composeAll();
        Map<String, List<String>> before = Changes.content(database);
        Response refused = nsi.sendForm(shown, check);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("Inzwischen hat sich etwas geändert", "8 E-Mails");
        Response program = Program.of(account)
                .body(body(seminar, "venue", "Verden", "expect", api.path("expect")))
                .put("/api/v1/seminars/" + seminar);
        assertThat(program.statusCode()).isEqualTo(409);
        assertThat(program.<String>path("code")).isEqualTo("CHANGED_SINCE_PREVIEW");
        assertThat(program.<Integer>path("preview.mails[0].recipients")).isEqualTo(8);
        assertThat(Changes.content(database)).isEqualTo(before);
        path(nsi.sendForm(refused, check));
        assertThat(database.text("select venue from seminar where id = ?", seminar))
                .isEqualTo("Verden");
        assertThat(Program.of(account)
                        .body(body(
                                seminar,
                                "venue",
                                "Celle",
                                "expect",
                                preview(seminar, "venue", "Celle").path("expect")))
                        .put("/api/v1/seminars/" + seminar)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_sentence_of_the_nsi_stands_in_the_mails() {
        long seminar = full(1, 0);
        String check = path(send(
                change(seminar),
                with(fieldsOf(change(seminar)), "venue", "Verden", "message", "Das Haus wird <saniert>.")));
        path(nsi.sendForm(nsi.get(check), check));
        mails.composeAll();
        assertThat(database.rows("select text_body from outbox_mail where kind = 'SEMINAR_CHANGED'"))
                .hasSize(2)
                .allMatch(text -> text.contains("Das NSI schreibt dazu: Das Haus wird <saniert>."));
        assertThat(database.rows("select html_body from outbox_mail where kind = 'SEMINAR_CHANGED'"))
                .allMatch(html -> html.contains("Das Haus wird &lt;saniert&gt;."));
    }

    @Test
    void an_earlier_deadline_still_ahead_is_told_to_staff_only() {
        long seminar = full(1, 1);
        Response api = preview(seminar, "closesAt", "2027-02-20T17:00:00Z");
        assertThat(api.<Integer>path("endOfWaiting")).isZero();
        assertThat(api.<Integer>path("freeCancellationEnds")).isEqualTo(1);
        assertThat(api.<Integer>path("mails[0].recipients")).isEqualTo(2);
        assertThat(preview(seminar, "closesAt", "2027-03-20T17:00:00Z").<List<?>>path("mails"))
                .as("more time is no matter for a mail")
                .isEmpty();
    }

    @Test
    void a_seminar_of_seven_days_keeps_them_when_its_title_is_corrected() {
        long seminar = given.aSeminar().lasting(7).published();
        given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        String check = path(send(change(seminar), with(fieldsOf(change(seminar)), "title", "Digital-Lotse")));
        assertThat(nsi.get(check).asString()).doesNotContain("<th scope=\"row\" class=\"kern-table__header\">Tage");
        path(nsi.sendForm(nsi.get(check), check));
        assertThat(database.number("select count(*) from seminar_day where seminar_id = ?", seminar))
                .isEqualTo(7);
    }

    @Test
    void an_unchanged_save_changes_nothing_not_even_seconds() {
        long seminar = given.aSeminar()
                .opensAt(java.time.Instant.parse("2027-01-20T08:00:30.123456Z"))
                .closesAt(java.time.Instant.parse("2027-03-01T17:59:59Z"))
                .published();
        given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        Map<String, List<String>> before = Changes.content(database);
        assertThat(path(send(change(seminar), fieldsOf(change(seminar))))).contains("termin-unveraendert");
        assertThat(Changes.content(database)).isEqualTo(before);
        assertThat(Program.of(account)
                        .body(body(seminar))
                        .put("/api/v1/seminars/" + seminar)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Changes.content(database)).isEqualTo(before);
        String check = path(send(change(seminar), with(fieldsOf(change(seminar)), "venue", "Verden")));
        path(nsi.sendForm(nsi.get(check), check));
        assertThat(database.text("select closes_at, opens_at from seminar where id = ?", seminar))
                .contains("17:59:59")
                .contains("08:00:30.123456");
    }

    @Test
    void after_a_lost_race_the_form_says_what_the_other_one_changed_before_it_can_be_undone() {
        long seminar = given.aSeminar().withSeats(5).published();
        Map<String, String> mine = with(fieldsOf(change(seminar)), "title", "Lotsen", "capacity", "6");
        Program.of(account)
                .body(body(seminar, "capacity", 9, "venue", "Verden"))
                .put("/api/v1/seminars/" + seminar)
                .then()
                .statusCode(200);
        Response lost = send(change(seminar), mine);
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.asString())
                .contains("Plätze: jetzt 9, Sie hatten 6 eingegeben.")
                .contains("Ort: jetzt Verden, vorher NSI Hannover, Wielandstraße 8.");
        Map<String, String> again = Visitor.fields(lost);
        assertThat(again)
                .containsEntry("capacity", "9")
                .containsEntry("title", "Lotsen")
                .containsEntry("venue", "Verden");
        String check = path(send(change(seminar), again));
        path(nsi.sendForm(nsi.get(check), check));
        assertThat(database.text("select title, capacity, venue from seminar where id = ?", seminar))
                .isEqualTo("Lotsen 9 Verden");
        Map<String, String> forgetful = new LinkedHashMap<>(mine);
        forgetful.keySet().removeIf(name -> name.startsWith(Form.WAS));
        assertThat(send(change(seminar), forgetful).asString())
                .as("a form that does not remember tells every difference")
                .contains("Plätze: jetzt 9, Sie hatten 6 eingegeben.");
    }

    @Test
    void a_draft_is_saved_at_once_unless_there_is_something_to_look_at() {
        long seminar = given.aSeminar()
                .beginningOn(java.time.LocalDate.of(2027, 5, 10))
                .planned();
        assertThat(path(send(change(seminar), with(fieldsOf(change(seminar)), "venue", "Verden"))))
                .contains("termin-geaendert");
        assertThat(path(send(change(seminar), with(fieldsOf(change(seminar)), "day1", "2027-05-09"))))
                .contains("/pruefen/");
    }

    @Test
    void what_was_typed_can_be_changed_once_more_and_is_nobody_elses() {
        long seminar = full(1, 0);
        String check = path(send(change(seminar), with(fieldsOf(change(seminar)), "venue", "Verden")));
        String back = check.replace("/pruefen/", "?eingaben=");
        assertThat(nsi.get(back).asString()).contains("value=\"Verden\"");
        Visitor other = Visitor.signedIn(given.account(Role.NSI, null));
        assertThat(other.get(check).statusCode()).isEqualTo(404);
        assertThat(other.send(check, Check.EXPECT, "x").statusCode()).isEqualTo(404);
        assertThat(nsi.send(
                                check,
                                Check.EXPECT,
                                "x",
                                Form.KEY,
                                UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(409);
    }

    /** A seminar with room, in which one person is registered, who has got every mail so far. */
    private long withOne(Actor staff) {
        long seminar = given.aSeminar().withSeats(5).published();
        given.registered(staff, seminar);
        mails.composeAll();
        return seminar;
    }

    private long mailsAboutTheChange() {
        mails.composeAll();
        return database.number("select count(*) from outbox_mail where kind = 'SEMINAR_CHANGED'");
    }

    @Test
    void a_registration_at_the_instant_of_the_final_click_gets_no_mail_that_was_not_shown() {
        List<Actor> staff = given.staffOfKommunen(2 * ROUNDS);
        clock.start();
        for (int round = 0; round < ROUNDS; round++) {
            long seminar = withOne(staff.get(2 * round));
            Actor late = staff.get(2 * round + 1);
            String check = path(send(change(seminar), with(fieldsOf(change(seminar)), "venue", "Verden")));
            Response shown = nsi.get(check);
            assertThat(shown.asString()).contains("2 E-Mails");
            long mailsBefore = mailsAboutTheChange();
            long changesBefore = database.number("select count(*) from audit_entry where action = 'seminar.changed'");
            // A click takes its way through the portal: the later rounds give it the start.
            long headStart = 6L * round;
            Race.Outcome outcome = Race.of(
                    List.of(() -> String.valueOf(nsi.sendForm(shown, check).statusCode()), () -> {
                        Thread.sleep(headStart);
                        return given.statusOf(given.registered(late, seminar));
                    }));
            assertThat(outcome.count("CONFIRMED")).as(outcome.toString()).isEqualTo(1);
            assertThat(outcome.count("303") + outcome.count("409"))
                    .as(outcome.toString())
                    .isEqualTo(1);
            boolean done = outcome.count("303") == 1;
            assertThat(mailsAboutTheChange() - mailsBefore)
                    .as("the two mails that were shown, or none: " + outcome)
                    .isEqualTo(done ? 2 : 0);
            assertThat(database.text("select venue from seminar where id = ?", seminar)
                            .equals("Verden"))
                    .isEqualTo(done);
            assertThat(database.number("select count(*) from audit_entry where action = 'seminar.changed'")
                            - changesBefore)
                    .isEqualTo(done ? 1 : 0);
            assertThat(given.seatsOf(seminar)).isEqualTo("5 2 0");
        }
        assertThat(given.wrongBooks()).isEmpty();
    }

    /** The control: without what was shown, the one who came between is written to, and nobody was told so. */
    @Test
    void control_without_the_expectation_somebody_gets_a_mail_that_was_not_shown() {
        List<Actor> staff = given.staffOfKommunen(2);
        long seminar = withOne(staff.get(0));
        assertThat(preview(seminar, "venue", "Verden").<Integer>path("mails[0].recipients"))
                .isEqualTo(2);
        given.registered(staff.get(1), seminar);
        assertThat(Program.of(account)
                        .body(body(seminar, "venue", "Verden"))
                        .put("/api/v1/seminars/" + seminar)
                        .statusCode())
                .isEqualTo(200);
        assertThat(mailsAboutTheChange()).isEqualTo(4);
    }
}
