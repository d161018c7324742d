package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.claim.PrepareClaim;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R31: what a form does not show it does not change, and sent as it was shown it changes nothing at all. */
@PortalTest
class EditFormsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    CompletedSeminars completed;

    @Inject
    PrepareClaim prepare;

    private User nsi;
    private User ministry;
    private long seminar;
    private long held;
    private String waiting;
    private String present;
    private String settled;

    @BeforeEach
    void a_portal_in_use() {
        nsi = given.account(Role.NSI, null);
        ministry = given.account(Role.MINISTRY, null);
        List<de.digitallotsen.shared.Actor> staff = given.staffOfKommunen(4);
        seminar = given.aSeminar()
                .withSeats(1)
                .lasting(7)
                .opensAt(Instant.parse("2027-01-20T08:00:30.123456Z"))
                .closesAt(Instant.parse("2027-03-01T17:59:59Z"))
                .published();
        given.registered(staff.get(0), seminar);
        waiting = given.registeredOrWaiting(staff.get(1), seminar);
        LocalDate first = clock.today().plusDays(3);
        held = given.aSeminar()
                .beginningOn(first)
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        present = given.registered(staff.get(2), held);
        long closed = given.aSeminar()
                .beginningOn(first)
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        settled = given.registered(staff.get(3), closed);
        clock.pass(Duration.ofDays(7));
        completed.recorded(nsi.asActor(), held, present, Set.of(first, first.plusDays(2)));
        completed.closed(nsi.asActor(), closed, Set.of(settled));
    }

    /** Every form that shows what is stored and can be sent to change it. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/seminare/{seminar}/bearbeiten",
                "/seminare/{held}/teilnahme",
                "/anmeldungen/{settled}/betrag",
                "/anmeldungen/{settled}/berichtigen",
                "/anmeldungen/{waiting}/ersetzen",
                "/zugaenge/{account}/kommune",
                "/einstellungen",
                "/einstellungen/erste-personen"
            })
    void a_form_that_is_sent_as_it_was_shown_changes_nothing_at_all(String route) {
        String path = route.replace("{seminar}", String.valueOf(seminar))
                .replace("{held}", String.valueOf(held))
                .replace("{settled}", settled)
                .replace("{waiting}", waiting)
                .replace("{account}", "0");
        Visitor visitor = Visitor.signedIn(route.startsWith("/einstellungen") ? ministry : nsi);
        String page = path;
        if (route.startsWith("/zugaenge")) {
            User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
            page = "/zugaenge/" + staff.id();
            path = page + "/kommune";
        }
        Response shown = visitor.get(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        Map<String, String> fields = Visitor.fields(shown);
        assertThat(fields).isNotEmpty();
        Map<String, List<String>> before = withoutSubmissions();
        Response sent = visitor.sendAndConfirm(path, pairs(fields));
        assertThat(sent.statusCode()).as(sent.asString()).isLessThan(500);
        assertThat(withoutSubmissions()).isEqualTo(before);
    }

    private Map<String, List<String>> withoutSubmissions() {
        Map<String, List<String>> content = new LinkedHashMap<>(Changes.content(database));
        content.remove("submission");
        return content;
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals(Visitor.TOKEN))
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    @Test
    void nobody_undoes_unread_whom_a_colleague_has_ticked() {
        Visitor mine = Visitor.signedIn(nsi);
        Visitor theirs = Visitor.signedIn(given.account(Role.NSI, null));
        String page = "/seminare/" + held + "/teilnahme";
        LocalDate middle = TestClock.START
                .atZone(java.time.ZoneId.of("Europe/Berlin"))
                .toLocalDate()
                .plusDays(4);
        String box = "da." + present + "." + middle;
        Map<String, String> slow = Visitor.fields(mine.get(page));
        assertThat(theirs.send(page, pairs(with(Visitor.fields(theirs.get(page)), box, "on")))
                        .statusCode())
                .isEqualTo(303);
        Response lost = mine.send(page, pairs(slow));
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.asString()).contains("05.02.2027: jetzt ja, vorher leer.");
        assertThat(database.number("select count(*) from attendance where registration_id ="
                        + " (select id from registration where reference = '" + present + "')"))
                .isEqualTo(3);
        assertThat(mine.send(page, pairs(Visitor.fields(lost))).statusCode()).isEqualTo(303);
        assertThat(database.number("select count(*) from attendance where registration_id ="
                        + " (select id from registration where reference = '" + present + "')"))
                .isEqualTo(3);
    }

    @Test
    void an_amount_and_a_correction_say_what_the_other_one_set() {
        Visitor mine = Visitor.signedIn(nsi);
        Visitor theirs = Visitor.signedIn(given.account(Role.NSI, null));
        String fee = "/anmeldungen/" + settled + "/betrag";
        Map<String, String> slow = with(Visitor.fields(mine.get(fee)), "dueCents", "100,00");
        theirs.send(fee, pairs(with(with(Visitor.fields(theirs.get(fee)), "dueCents", "250,00"), "reason", "Kulanz")));
        Response lost = mine.send(fee, pairs(with(slow, "reason", "Auch")));
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.asString()).contains("Betrag in Euro: jetzt 250,00, Sie hatten 100,00 eingegeben.");
        String correction = "/anmeldungen/" + settled + "/berichtigen";
        Map<String, String> late = Visitor.fields(mine.get(correction));
        Map<String, String> fewer = with(Visitor.fields(theirs.get(correction)), "reason", "Verwechselt");
        fewer.remove("tag.2027-02-04");
        assertThat(theirs.send(correction, pairs(fewer)).statusCode()).isEqualTo(303);
        Response lostToo = mine.send(correction, pairs(with(late, "reason", "Auch")));
        assertThat(lostToo.statusCode()).isEqualTo(409);
        assertThat(lostToo.asString()).contains("Do., 04.02.2027: jetzt leer, vorher ja.");
    }

    @Test
    void an_account_that_somebody_else_has_moved_is_not_moved_away_unread() {
        Visitor mine = Visitor.signedIn(nsi);
        Visitor theirs = Visitor.signedIn(given.account(Role.NSI, null));
        String page =
                "/zugaenge/" + given.account(Role.KOMMUNE, Given.LANGENHAGEN).id();
        String move = page + "/kommune";
        List<String> others = given.kommunen(4).stream()
                .filter(ars -> !ars.equals(Given.LANGENHAGEN))
                .toList();
        Map<String, String> slow = with(Visitor.fields(mine.get(page)), "kommuneArs", others.get(0));
        assertThat(theirs.send(move, pairs(with(Visitor.fields(theirs.get(page)), "kommuneArs", others.get(1))))
                        .statusCode())
                .isEqualTo(303);
        Response lost = mine.send(move, pairs(slow));
        assertThat(lost.statusCode()).as(lost.asString()).isEqualTo(409);
        assertThat(lost.asString())
                .contains("Kommune: jetzt " + nameOf(others.get(1)) + ", Sie hatten " + nameOf(others.get(0)))
                .contains("Jemand anderes hat diesen Eintrag inzwischen geändert");
        assertThat(Visitor.fields(lost)).containsEntry("kommuneArs", others.get(1));
        assertThat(mine.send(move, pairs(with(Visitor.fields(lost), "kommuneArs", others.get(0))))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Visitor.fields(mine.get(page))).containsEntry("kommuneArs", others.get(0));
    }

    private String nameOf(String ars) {
        String option = "<option value=\"" + ars + "\"";
        String page = Visitor.signedIn(nsi)
                .get("/zugaenge/" + given.account(Role.KOMMUNE, ars).id())
                .asString();
        String rest = page.substring(page.indexOf(option));
        return rest.substring(rest.indexOf('>') + 1, rest.indexOf("</option>"));
    }

    @Test
    void a_claim_that_somebody_else_has_gathered_anew_says_which_seminar_was_left_out() {
        long other = database.number("select seminar_id from registration where reference = '" + settled + "'");
        completed.closed(nsi.asActor(), held, Set.of(present));
        long claim = prepare.handle(nsi.asActor(), new PrepareClaim.Command(null, List.of(held, other)));
        Visitor mine = Visitor.signedIn(nsi);
        Visitor theirs = Visitor.signedIn(given.account(Role.NSI, null));
        String page = "/mittelabrufe/" + claim;
        String revise = page + "/neu-zusammenstellen";
        Map<String, String> slow = Visitor.fields(mine.get(page));
        assertThat(slow).containsKeys("termin-" + held, "termin-" + other);
        Map<String, String> fewer = new LinkedHashMap<>(Visitor.fields(theirs.get(page)));
        fewer.remove("termin-" + held);
        assertThat(theirs.send(revise, pairs(fewer)).statusCode()).isEqualTo(303);
        Response lost = mine.send(revise, pairs(slow));
        assertThat(lost.statusCode()).as(lost.asString()).isEqualTo(409);
        assertThat(lost.asString()).contains(": jetzt nicht enthalten, vorher enthalten.");
        assertThat(database.number("select amount_cents from claim where id = " + claim))
                .as("what the other one gathered stays")
                .isEqualTo(50_000);
        assertThat(Visitor.fields(lost)).containsKey("termin-" + other).doesNotContainKey("termin-" + held);
        assertThat(mine.send(revise, pairs(with(Visitor.fields(lost), "termin-" + held, "ja")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(database.number("select amount_cents from claim where id = " + claim))
                .isEqualTo(100_000);
    }
}
