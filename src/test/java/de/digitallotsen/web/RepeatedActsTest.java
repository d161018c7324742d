package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.web.Form;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R24: whatever is sent twice has the effect of one, and the second gets the first one's answer. */
@PortalTest
class RepeatedActsTest {

    /** They show something or sign somebody in or out, which is not done twice by being sent twice. */
    private static final Set<String> NO_ACTS = Set.of(
            "/einloggen",
            "/einloggen/code",
            "/ausloggen",
            "/sitzung",
            "/pruefen",
            "/pruefen/datei",
            "/api/v1/certificates/check",
            "/passwort-vergessen",
            "/konto/ueberall-ausloggen");

    @Inject
    Database database;

    @Inject
    RouteVisits visits;

    static List<String> acts() {
        return AccessMatrix.acts().stream()
                .filter(act -> !act.contains("/auth/"))
                .filter(act -> !NO_ACTS.contains(act.split(" ")[1]))
                .toList();
    }

    static List<String> actsOfPrograms() {
        return acts().stream().filter(act -> act.contains(" /api/")).toList();
    }

    static List<String> forms() {
        return acts().stream().filter(act -> !act.contains(" /api/")).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actsOfPrograms")
    void the_same_key_from_a_program_gets_the_same_answer(String act) {
        String route = act.split(" ")[1];
        visits.prepareFor(route);
        User user = visits.userOf(AccessMatrix.whoMay(act));
        Header key = new Header("Idempotency-Key", UUID.randomUUID().toString());
        List<Response> answers = visits.twice(act.split(" ")[0], route, user, key);
        Response first = answers.get(0);
        Response second = answers.get(1);
        assertThat(first.statusCode()).as(first.asString()).isLessThan(300);
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(first.statusCode());
        if (first.contentType().startsWith("application/json")) {
            assertThat(second.asString()).isEqualTo(first.asString());
        }
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void a_form_that_is_sent_twice_has_the_effect_of_one_and_leads_to_the_same_place(String act) {
        String route = act.split(" ")[1];
        visits.prepareFor(route);
        Visitor visitor = Visitor.signedIn(visits.userOf(AccessMatrix.whoMay(act)));
        String[] fields = Stream.concat(
                        Arrays.stream(visits.fields(route)),
                        Stream.of(Form.KEY, UUID.randomUUID().toString()))
                .toArray(String[]::new);
        String path = visits.path(route);
        Response first = visitor.send(path, fields);
        Map<String, List<String>> after = Changes.content(database);
        Response second = visitor.send(path, fields);
        assertThat(first.statusCode()).as(first.asString()).isLessThan(400);
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(first.statusCode());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(Changes.content(database)).isEqualTo(after);
    }

    @Test
    void a_budget_form_that_is_sent_twice_books_once_and_without_its_key_twice() {
        String route = "/budget/anpassen";
        visits.prepareFor(route);
        Visitor ministry = Visitor.signedIn(visits.userOf(AccessMatrix.Who.MINISTRY));
        String[] fields = Bodies.with(visits.fields(route), Form.KEY, "once");
        ministry.sendAndConfirm(route, fields);
        ministry.sendAndConfirm(route, fields);
        assertThat(database.number("select count(*) from budget_entry where type = 'ADJUSTMENT'"))
                .isEqualTo(1);
        ministry.sendAndConfirm(route, visits.fields(route));
        ministry.sendAndConfirm(route, visits.fields(route));
        assertThat(database.number("select count(*) from budget_entry where type = 'ADJUSTMENT'"))
                .as("the control: without a key nobody knows that it is the same")
                .isEqualTo(3);
    }

    @Test
    void an_old_form_with_other_content_is_refused_in_words_and_can_be_sent_again() {
        String route = "/anmeldungen/{reference}/betrag";
        visits.prepareFor(route);
        String path = visits.path(route);
        Visitor nsi = Visitor.signedIn(visits.userOf(AccessMatrix.Who.NSI));
        String[] fields = Bodies.with(visits.fields(route), Form.KEY, "old-form");
        nsi.send(path, fields);
        Map<String, List<String>> after = Changes.content(database);
        Response refused = nsi.send(path, Bodies.with(fields, "dueCents", "0,02"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("wurde schon einmal abgeschickt")
                .contains("0,02");
        assertThat(Changes.content(database)).isEqualTo(after);
        assertThat(Visitor.hiddenFields(refused).get(Form.KEY)).isNotEqualTo("old-form");
        Response again = nsi.sendForm(refused, path, Bodies.with(visits.fields(route), "dueCents", "0,02"));
        assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void a_key_that_cannot_be_kept_is_refused_and_nothing_is_done() {
        String route = "/api/v1/budget/adjustments";
        visits.prepareFor(route);
        User ministry = visits.userOf(AccessMatrix.Who.MINISTRY);
        Map<String, List<String>> before = Changes.content(database);
        for (String key : List.of("x".repeat(101), "with blank")) {
            visits.twice("POST", route, ministry, new Header("Idempotency-Key", key))
                    .forEach(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(400);
                        assertThat(answer.<String>path("violations[0].field")).isEqualTo("Idempotency-Key");
                    });
        }
        assertThat(Changes.content(database)).isEqualTo(before);
    }
}
