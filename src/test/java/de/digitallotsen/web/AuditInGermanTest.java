package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.audit.AuditWords;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** R26: whatever anybody does in the portal stands in its audit trail in German, attendance with what it was before. */
@PortalTest
class AuditInGermanTest {

    /** Names of fields, constants, instants and days as programs write them, empty lists. */
    private static final Pattern NOT_GERMAN = Pattern.compile(
            "\\b[a-z]+[A-Z]\\w*|\\b[A-Z]{3,}_[A-Z]|\\b(PROGRAMME|PERIOD|WAITING|CONFIRMED|DRAFT|FUNDS|SEATS"
                    + "|MINISTRY|KOMMUNE)\\b|\\d{4}-\\d{2}-\\d{2}|\\[]|\\{|\\btrue\\b|\\bfalse\\b|\\w+\\.\\w+-\\w+");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RouteVisits visits;

    @Inject
    AuditTrail trail;

    @Inject
    CompletedSeminars completed;

    @Inject
    CorrectAttendance correct;

    private void read(Set<String> wrong) {
        trail.find(given.nsi(), new AuditTrail.Filter(null, null, null, null, null, null), Page.Request.everything())
                .items()
                .forEach(line -> look(line, wrong));
    }

    private static void look(AuditTrail.Line line, Set<String> wrong) {
        String sentence = AuditWords.sentence(line).replaceAll("[\\w.+-]+@[\\w.-]+", "");
        if (NOT_GERMAN
                        .matcher(sentence.replace(line.actor() == null ? "" : line.actor(), ""))
                        .find()
                || sentence.contains(": " + AuditWords.action(line.action()))) {
            wrong.add(line.action() + ": " + sentence);
        }
        for (AuditWords.Change change : AuditWords.changes(line)) {
            if (NOT_GERMAN.matcher(change.words()).find()) {
                wrong.add(line.action() + ": " + change.words());
            }
        }
    }

    @Test
    void whatever_is_done_is_told_in_german() {
        Set<String> wrong = new TreeSet<>();
        Set<String> actions = new TreeSet<>();
        for (String act : AccessMatrix.acts()) {
            String route = act.split(" ")[1];
            database.clean();
            visits.prepareFor(route);
            User user = visits.userOf(AccessMatrix.whoMay(act));
            if (route.startsWith("/api/")) {
                visits.ask(act.split(" ")[0], route, user);
            } else if (user != null) {
                Visitor.signedIn(user).sendAndConfirm(visits.path(route), visits.fields(route));
            }
            read(wrong);
            actions.addAll(database.rows("select distinct action from audit_entry"));
        }
        assertThat(wrong).isEmpty();
        assertThat(actions).as("acts that leave an entry").hasSizeGreaterThan(25);
    }

    @Test
    void attendance_leaves_what_it_was_before_and_the_history_names_who_acted() {
        User nsi = given.account(Role.NSI, null);
        User staff = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        LocalDate first = clock.today().plusDays(3);
        long seminar = given.aSeminar()
                .beginningOn(first)
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        String reference = given.registered(staff.asActor(), seminar);
        clock.pass(Duration.ofDays(7));
        completed.recorded(nsi.asActor(), seminar, reference, Set.of(first));
        completed.recorded(nsi.asActor(), seminar, reference, Set.of(first, first.plusDays(1)));
        Map<String, List<String>> before = Changes.content(database);
        completed.recorded(nsi.asActor(), seminar, reference, Set.of(first, first.plusDays(1)));
        assertThat(Changes.content(database))
                .as("the same once more leaves no trace")
                .isEqualTo(before);
        completed.closed(nsi.asActor(), seminar, Set.of(reference));
        correct.handle(nsi.asActor(), new CorrectAttendance.Command(reference, Set.of(), "Verwechselt"));

        Visitor visitor = Visitor.signedIn(nsi);
        String history = visitor.get("/anmeldungen/" + reference).asString();
        assertThat(history)
                .contains("Teilnahme erfasst: 04.02.2027 (vorher: an keinem Tag) (" + nsi.name() + ", NSI)")
                .contains("Teilnahme erfasst: 04.02.2027, 05.02.2027 (vorher: 04.02.2027)")
                .contains("Teilnahme berichtigt: an keinem Tag (vorher: 04.02.2027, 05.02.2027, 06.02.2027)");
        assertThat(Program.of(staff).get("/api/v1/registrations/" + reference).<List<String>>path("history.byName"))
                .contains(staff.name(), nsi.name());
        String audit = visitor.get("/protokoll?nummer=" + reference).asString();
        assertThat(audit)
                .contains("<details><summary>")
                .contains("hat erfasst, an welchen Tagen die Person der Anmeldung " + reference + " da war.")
                .contains("Tage, an denen die Person da war: 04.02.2027 → 04.02.2027, 05.02.2027");
        assertThat(visitor.get("/protokoll.csv?nummer=" + reference).asString())
                .contains("Tage, an denen die Person da war: 04.02.2027 → 04.02.2027, 05.02.2027");
        Set<String> wrong = new TreeSet<>();
        read(wrong);
        assertThat(wrong).isEmpty();
    }
}
