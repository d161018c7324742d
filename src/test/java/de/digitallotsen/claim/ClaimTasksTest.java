package de.digitallotsen.claim;

import static de.digitallotsen.document.AttendanceFixture.ALL_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.TaskSource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step of a claim is a task of whoever has to take it, and of nobody else. */
@PortalTest
class ClaimTasksTest {

    @Inject
    Given given;

    @Inject
    AttendanceFixture held;

    @Inject
    CorrectAttendance correct;

    @Inject
    PrepareClaim prepare;

    @Inject
    SubmitClaim submit;

    @Inject
    ReturnClaim sendBack;

    @Inject
    ApproveClaim approve;

    @Inject
    ClaimFixture fixture;

    @Inject
    ClaimTasks tasks;

    @Inject
    TestClock clock;

    private Actor nsi;
    private Actor ministry;

    @BeforeEach
    void people() {
        nsi = given.nsi();
        ministry = given.ministry();
    }

    private List<String> of(Actor actor) {
        return tasks.tasks(actor).stream().map(TaskSource.Task::text).toList();
    }

    private long submitted() {
        long claim = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        submit.handle(nsi, claim);
        return claim;
    }

    @Test
    void spent_money_is_to_be_claimed_until_it_is() {
        assertThat(of(nsi)).isEmpty();
        AttendanceFixture.Held seminar = held.where(ALL_DAYS, "Eins", "Zwei");
        assertThat(of(nsi))
                .hasSize(1)
                .allSatisfy(text -> assertThat(text)
                        .startsWith("Festgestellt und noch nicht abgerufen: 1.000,00\u00a0€ im Förderzeitraum "));
        assertThat(tasks.tasks(nsi)).extracting(TaskSource.Task::href).containsExactly("/mittelabrufe?zeitraum=1");
        assertThat(of(ministry)).isEmpty();
        assertThat(of(given.staffOf(Given.LANGENHAGEN))).isEmpty();
        long claim = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        assertThat(of(nsi))
                .containsExactly("Der Mittelabruf 2027-001 über 1.000,00\u00a0€ ist noch nicht eingereicht.");
        assertThat(of(ministry)).as("a draft is nothing of the Ministry's").isEmpty();
        submit.handle(nsi, claim);
        correct.handle(nsi, new CorrectAttendance.Command(seminar.reference(), Set.of(), "Unterschrift fehlte"));
        assertThat(of(nsi))
                .as("what is to be paid back goes with the next claim")
                .isEmpty();
    }

    @Test
    void a_claim_is_in_turn_with_the_one_and_the_other() {
        held.where(ALL_DAYS, "Eins");
        long claim = submitted();
        assertThat(of(nsi)).isEmpty();
        assertThat(of(ministry))
                .containsExactly("Der Mittelabruf 2027-001 über 500,00\u00a0€ wartet auf Ihre Prüfung.");
        assertThat(tasks.tasks(ministry)).extracting(TaskSource.Task::href).containsExactly("/mittelabrufe/" + claim);
        sendBack.handle(ministry, claim, "Bitte die Liste beilegen");
        assertThat(of(ministry)).isEmpty();
        assertThat(of(nsi))
                .containsExactly("Das Ministerium hat den Mittelabruf 2027-001 über 500,00\u00a0€ mit einer Bemerkung"
                        + " zurückgegeben.");
        submit.handle(nsi, claim);
        approve.handle(ministry, claim);
        assertThat(of(ministry)).as("somebody else marks it paid").isEmpty();
        Actor second = given.ministry();
        assertThat(of(second))
                .containsExactly(
                        "Der Mittelabruf 2027-001 über 500,00\u00a0€ ist genehmigt und wartet auf die Zahlung.");
        fixture.pay(second, claim);
        assertThat(of(second)).isEmpty();
        assertThat(of(ministry)).isEmpty();
        assertThat(of(nsi)).isEmpty();
    }

    @Test
    void what_takes_too_long_is_overdue_for_both() {
        held.where(ALL_DAYS, "Eins");
        clock.pass(Duration.ofDays(60));
        assertThat(of(ministry)).as("sixty days it may take").isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(of(ministry))
                .isEqualTo(of(nsi))
                .singleElement()
                .asString()
                .startsWith("Überfällig seit dem 14.04.2027: Festgestellt");
        assertThat(tasks.tasks(ministry).get(0).overdue()).isTrue();
        submitted();
        clock.pass(Duration.ofDays(30));
        assertThat(of(nsi)).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(of(nsi))
                .containsExactly("Überfällig seit dem 15.05.2027: Der Mittelabruf 2027-001 über 500,00\u00a0€ ist"
                        + " eingereicht und noch nicht gezahlt.");
        assertThat(of(ministry))
                .containsExactly("Überfällig seit dem 15.05.2027: Der Mittelabruf 2027-001 über 500,00\u00a0€ wartet"
                        + " auf Ihre Prüfung.");
    }
}
