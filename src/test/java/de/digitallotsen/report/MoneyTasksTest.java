package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.TaskSource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Money that does not move although it could is somebody's task. */
@PortalTest
class MoneyTasksTest {

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    AdjustBudget adjust;

    @Inject
    MoneyTasks tasks;

    private List<String> of(Actor actor) {
        return tasks.tasks(actor).stream().map(TaskSource.Task::text).toList();
    }

    @Test
    void people_wait_for_money_while_it_is_free_and_a_seminar_is_over_and_not_settled() {
        Actor ministry = given.ministry();
        Actor nsi = given.nsi();
        adjust.handle(ministry, new AdjustBudget.Command(-Database.BUDGET_CENTS, "Für den Test"));
        long seminar = given.aSeminar()
                .beginningOn(clock.today().plusDays(10))
                .closesAt(clock.instant().plusSeconds(3600))
                .published();
        given.registeredOrWaiting(given.staffOf(Given.LANGENHAGEN), seminar);
        assertThat(of(nsi)).as("there is no money").isEmpty();
        clock.pass(Duration.ofHours(2));
        adjust.handle(ministry, new AdjustBudget.Command(49_999L, "Erlass"));
        assertThat(of(nsi)).as("not enough for one").isEmpty();
        adjust.handle(ministry, new AdjustBudget.Command(1L, "Erlass"));
        assertThat(of(nsi))
                .containsExactly("Eine Anmeldung wartet auf Fördermittel, obwohl im Förderzeitraum 01.01.2027 bis"
                        + " 31.12.2028 500,00\u00a0€ verfügbar sind. Nach dem Meldeschluss lässt das NSI von Hand"
                        + " nachrücken.");
        assertThat(of(ministry)).isEqualTo(of(nsi));
        assertThat(of(given.staffOf(Given.LANGENHAGEN))).isEmpty();
        clock.pass(Duration.ofDays(12 + 14));
        assertThat(of(ministry)).as("fourteen days it may take").hasSize(1);
        clock.pass(Duration.ofDays(1));
        assertThat(of(ministry))
                .hasSize(2)
                .contains("Ein Seminar ist seit mehr als 14 Tagen vorbei und noch nicht abgeschlossen; so lange wird"
                        + " dafür nichts festgestellt.");
        assertThat(tasks.tasks(ministry).get(1).overdue()).isTrue();
        assertThat(of(nsi)).as("it has a task for each of them elsewhere").hasSize(1);
    }
}
