package de.digitallotsen.kommune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.SessionLookup;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.SignIn;
import de.digitallotsen.account.User;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kommunen merge (R2): as when the Samtgemeinde Nordkehdingen becomes an Einheitsgemeinde. */
@PortalTest
class MergerTest {

    private static final String SAMTGEMEINDE = "033595407000";
    private static final List<String> MEMBERS =
            List.of("033595407004", "033595407018", "033595407030", "033595407035", "033595407040");
    private static final String GEMEINDE = "033590041041";
    private static final String GEMEINDE_LINE =
            "033590041041;03359041;Nordkehdingen;Gemeinde;EINHEITSGEMEINDE;;03359;6910;21729;Freiburg/Elbe\n";
    private static final String BUXTEHUDE = "033590010010";
    private static final String JORK = "033590028028";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    PreviewImport preview;

    @Inject
    ImportKommunen importKommunen;

    @Inject
    PreviewImport previewImport;

    @Inject
    Crowded crowded;

    @Inject
    SignIn signIn;

    @Inject
    SessionLookup sessions;

    @Inject
    CancelRegistration cancel;

    @Inject
    RegistrationSearch search;

    @Inject
    CorrectAttendance correct;

    @Inject
    CompletedSeminars seminars;

    @Inject
    TestClock clock;

    private Actor nsi;

    @BeforeEach
    void theRegisterWillChange() {
        database.registerWillChange();
        nsi = given.nsi();
    }

    /** The register as it comes with the portal, without these Kommunen and with these lines. */
    private static RegisterFile file(List<String> without, String... lines) {
        return RegisterFile.read(Database.register()
                        .lines()
                        .filter(line -> without.stream().noneMatch(line::startsWith))
                        .collect(Collectors.joining("\n"))
                + "\n" + String.join("", lines));
    }

    private static RegisterFile einheitsgemeinde() {
        return file(List.of("033595407"), GEMEINDE_LINE);
    }

    /** By somebody who has read where more people than places come together. */
    private void mergeCrowding(RegisterFile file, Map<String, String> successors) {
        String seen = Crowded.fingerprint(crowded.at(previewImport.handle(nsi, file), file, successors));
        assertThat(seen).isNotEmpty();
        Refused.with(
                KommuneRefusal.MORE_PEOPLE_THAN_PLACES,
                () -> importKommunen.handle(nsi, new ImportKommunen.Command(file, successors, null)));
        importKommunen.handle(nsi, new ImportKommunen.Command(file, successors, null, null, seen));
    }

    private void merge() {
        importKommunen.handle(
                nsi, new ImportKommunen.Command(einheitsgemeinde(), Map.of(SAMTGEMEINDE, GEMEINDE), null));
    }

    private Actor signedIn(User user) {
        try {
            Sessions.Tokens tokens =
                    signIn.handle(new SignIn.Command(user.email(), Given.PASSWORD, "192.0.2.1", Sessions.PAGE_TOKEN));
            return sessions.find(tokens.sessionId()).orElseThrow().actor();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private long live() {
        return database.number(
                "select count(*) from registration where status in ('CONFIRMED', 'WAITING', 'ATTENDED')");
    }

    @Test
    void shows_accounts_places_and_a_successor_before_anything_is_done() {
        User staff = given.account(Role.KOMMUNE, SAMTGEMEINDE);
        given.registered(staff.asActor(), given.aSeminar().published());
        RegisterChanges changes = preview.handle(nsi, einheitsgemeinde());
        assertThat(changes.endings())
                .extracting(RegisterChanges.Ending::ars)
                .containsExactly(
                        SAMTGEMEINDE, MEMBERS.get(0), MEMBERS.get(1), MEMBERS.get(2), MEMBERS.get(3), MEMBERS.get(4));
        assertThat(changes.endings()).allMatch(ending -> GEMEINDE.equals(ending.suggestedSuccessorArs()));
        assertThat(changes.endings().get(0).accounts()).containsExactly(staff.name() + ", " + staff.email());
        assertThat(changes.endings().get(0).placesUsed()).isEqualTo(1);
    }

    @Test
    void moves_accounts_and_lets_the_successors_staff_act_for_the_registrations_that_stay() throws SQLException {
        long seminar = given.aSeminar().published();
        User user = given.account(Role.KOMMUNE, SAMTGEMEINDE);
        Sessions.Tokens running =
                signIn.handle(new SignIn.Command(user.email(), Given.PASSWORD, "192.0.2.1", Sessions.PAGE_TOKEN));
        String first = given.registered(user.asActor(), seminar);
        merge();
        Actor staff = sessions.find(running.sessionId()).orElseThrow().actor();
        assertThat(staff.kommuneArs())
                .as("a running session carries the new Kommune at once")
                .isEqualTo(GEMEINDE);
        assertThat(given.statusOf(first)).isEqualTo("CONFIRMED");
        assertThat(search.find(
                                staff,
                                RegistrationSearch.Filter.all(),
                                RegistrationSearch.Order.NEWEST,
                                new Page.Request(0, 20))
                        .items())
                .hasSize(1);
        assertThat(search.require(staff, first).registration().reference()).isEqualTo(first);
        String second = given.registered(staff, seminar);
        Refused.with(AccessRefusal.NOT_FOUND, () -> search.require(given.staffOf(Given.SOTTRUM), first));
        RefusedException third =
                Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        assertThat(third.text())
                .contains("Gemeinde Nordkehdingen")
                .contains(spoken(first))
                .contains(spoken(second));
        cancel.handle(staff, first);
        given.registered(staff, seminar);
        assertThat(live()).isEqualTo(2);
        assertThat(database.rows("select action from audit_entry where action in ('account.moved', 'kommune.merged')"))
                .containsExactlyInAnyOrder("account.moved", "kommune.merged");
    }

    private static String spoken(String reference) {
        return reference.substring(0, 4) + "-" + reference.substring(4);
    }

    @Test
    void keeps_everybody_even_if_together_they_are_more_than_two_and_frees_nothing_until_fewer_are() {
        long seminar = given.aSeminar().published();
        Actor here = given.staffOf(SAMTGEMEINDE);
        User there = given.account(Role.KOMMUNE, JORK);
        List<String> people = List.of(
                given.registered(here, seminar),
                given.registered(here, seminar),
                given.registered(there.asActor(), seminar),
                given.registered(there.asActor(), seminar));
        mergeCrowding(file(List.of("033595407", JORK), GEMEINDE_LINE), Map.of(SAMTGEMEINDE, GEMEINDE, JORK, GEMEINDE));
        assertThat(live()).isEqualTo(4);
        Actor staff = signedIn(there);
        RefusedException refused =
                Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        people.forEach(reference -> assertThat(refused.text()).contains(spoken(reference)));
        for (String reference : List.of(people.get(3), people.get(0))) {
            cancel.handle(staff, reference);
            Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        }
        cancel.handle(staff, people.get(1));
        given.registered(staff, seminar);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        assertThat(live()).isEqualTo(2);
    }

    @Test
    void joins_a_kommune_that_has_people_of_its_own() {
        long seminar = given.aSeminar().published();
        User own = given.account(Role.KOMMUNE, BUXTEHUDE);
        List<String> theirs = List.of(given.registered(given.staffOf(JORK), seminar));
        List<String> ours = List.of(given.registered(own.asActor(), seminar), given.registered(own.asActor(), seminar));
        mergeCrowding(file(List.of(JORK)), Map.of(JORK, BUXTEHUDE));
        Actor staff = signedIn(own);
        cancel.handle(staff, ours.get(0));
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        cancel.handle(staff, theirs.get(0));
        given.registered(staff, seminar);
        assertThat(live()).isEqualTo(2);
    }

    @Test
    void promotes_who_waited_for_the_ended_kommune() {
        long seminar = given.aSeminar().withSeats(1).published();
        Actor other = given.staffOf(Given.LANGENHAGEN);
        String seated = given.registered(other, seminar);
        String waits = given.registeredOrWaiting(given.staffOf(SAMTGEMEINDE), seminar);
        merge();
        cancel.handle(other, seated);
        assertThat(given.statusOf(waits)).isEqualTo("CONFIRMED");
    }

    @Test
    void names_the_successor_to_whoever_asks_for_the_ended_kommune() {
        merge();
        Actor asked = new Actor(nsi.userId(), Role.NSI, SAMTGEMEINDE, false);
        RefusedException refused = Refused.with(
                RegistrationRefusal.NOT_ELIGIBLE,
                () -> given.registered(asked, given.aSeminar().published()));
        assertThat(refused.text()).contains("besteht nicht mehr").contains("über die Gemeinde Nordkehdingen");
    }

    @Test
    void lets_a_second_merger_carry_everything_on() {
        long seminar = given.aSeminar().published();
        User user = given.account(Role.KOMMUNE, SAMTGEMEINDE);
        String first = given.registered(user.asActor(), seminar);
        merge();
        String second = given.registered(signedIn(user), seminar);
        importKommunen.handle(
                nsi, new ImportKommunen.Command(file(List.of("033595407")), Map.of(GEMEINDE, BUXTEHUDE), null));
        Actor staff = signedIn(user);
        assertThat(staff.kommuneArs()).isEqualTo(BUXTEHUDE);
        assertThat(staff.mayActFor(SAMTGEMEINDE)).isTrue();
        RefusedException refused =
                Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        assertThat(refused.text()).contains(spoken(first)).contains(spoken(second));
    }

    @Test
    void gives_everything_back_when_the_ended_kommune_is_listed_again() {
        long seminar = given.aSeminar().published();
        Actor old = given.staffOf(SAMTGEMEINDE);
        given.registered(old, seminar);
        merge();
        importKommunen.handle(nsi, ImportKommunen.Command.of(RegisterFile.read(Database.register() + GEMEINDE_LINE)));
        given.registered(old, seminar);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(old, seminar));
        Actor fresh = given.staffOf(GEMEINDE);
        given.registered(fresh, seminar);
        given.registered(fresh, seminar);
        assertThat(live()).isEqualTo(4);
    }

    @Test
    void gives_the_last_place_of_the_family_to_one_of_two_who_want_it_at_once() {
        long seminar = given.aSeminar().published();
        User user = given.account(Role.KOMMUNE, SAMTGEMEINDE);
        given.registered(user.asActor(), seminar);
        merge();
        Actor staff = signedIn(user);
        Race.Outcome outcome = Race.of(Collections.nCopies(6, () -> given.registered(staff, seminar)));
        assertThat(outcome.count("KOMMUNE_LIMIT_REACHED")).isEqualTo(5);
        assertThat(live()).isEqualTo(2);
    }

    @Test
    void stays_exact_when_people_of_both_predecessors_are_cancelled_at_once() {
        long seminar = given.aSeminar().published();
        Actor here = given.staffOf(SAMTGEMEINDE);
        User there = given.account(Role.KOMMUNE, JORK);
        List<String> people = List.of(
                given.registered(here, seminar),
                given.registered(here, seminar),
                given.registered(there.asActor(), seminar),
                given.registered(there.asActor(), seminar));
        mergeCrowding(file(List.of("033595407", JORK), GEMEINDE_LINE), Map.of(SAMTGEMEINDE, GEMEINDE, JORK, GEMEINDE));
        Actor staff = signedIn(there);
        Race.of(people.subList(0, 3).stream()
                .<Callable<String>>map(reference -> () -> {
                    cancel.handle(staff, reference);
                    return "cancelled";
                })
                .toList());
        assertThat(database.number(
                        "select count(*) from place where kommune_ars = ? and held_for_ars is not null", GEMEINDE))
                .isEqualTo(1);
        given.registered(staff, seminar);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
    }

    @Test
    void never_loses_a_place_that_somebody_takes_while_the_kommune_ends() {
        long seminar = given.aSeminar().published();
        User user = given.account(Role.KOMMUNE, SAMTGEMEINDE);
        Race.Outcome outcome = Race.of(List.of(
                () -> {
                    merge();
                    return "merged";
                },
                () -> given.registered(user.asActor(), seminar),
                () -> given.registered(user.asActor(), seminar)));
        assertThat(outcome.count("merged")).isEqualTo(1);
        assertThat(outcome.results())
                .allMatch(result -> result.equals("merged")
                        || result.equals("BUSY")
                        || result.equals("NOT_ELIGIBLE")
                        || result.length() == 8);
        Actor staff = signedIn(user);
        for (long used = live(); used < 2; used++) {
            given.registered(staff, seminar);
        }
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
    }

    @Test
    void counts_a_person_of_the_ended_kommune_who_turns_out_to_have_been_there() {
        long held = given.aSeminar()
                .beginningOn(clock.today().plusDays(1))
                .closesAt(clock.instant().plusSeconds(3600))
                .published();
        User user = given.account(Role.KOMMUNE, SAMTGEMEINDE);
        String forgotten = given.registered(user.asActor(), held);
        clock.pass(Duration.ofDays(10));
        seminars.closed(nsi, held, Set.of());
        merge();
        Actor staff = signedIn(user);
        long seminar = given.aSeminar().published();
        String first = given.registered(staff, seminar);
        String second = given.registered(staff, seminar);
        CorrectAttendance.Command wasThere =
                new CorrectAttendance.Command(forgotten, seminars.daysOf(held), "Auf der Liste übersehen");
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> correct.handle(nsi, wasThere));
        cancel.handle(staff, second);
        correct.handle(nsi, wasThere);
        assertThat(given.statusOf(forgotten)).isEqualTo("ATTENDED");
        RefusedException refused =
                Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        assertThat(refused.text()).contains(spoken(forgotten)).contains(spoken(first));
    }

    @Test
    void takes_no_successor_that_is_none() {
        for (Map<String, String> wrong : List.of(
                Map.of(SAMTGEMEINDE, "039999999999"),
                Map.of(SAMTGEMEINDE, SAMTGEMEINDE),
                Map.of(SAMTGEMEINDE, MEMBERS.get(0)),
                Map.of(Given.LANGENHAGEN, GEMEINDE),
                Map.of(SAMTGEMEINDE, "033595401003"))) {
            assertThatThrownBy(() ->
                            importKommunen.handle(nsi, new ImportKommunen.Command(einheitsgemeinde(), wrong, null)))
                    .as("%s", wrong)
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            invalid -> assertThat(invalid.violations()).hasSize(1));
        }
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isZero();
    }
}
