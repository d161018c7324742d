package de.digitallotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Whoever promises deletion hears of it when nothing is deleted any more (R27). */
@PortalTest
class DeletionTasksTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    DeleteDue delete;

    @Inject
    BeginDeletion begin;

    @Inject
    DeletionTasks tasks;

    @Test
    void a_run_that_does_not_come_for_more_than_three_days_is_a_task_of_the_nsi() {
        Actor nsi = given.nsi();
        assertThat(tasks.tasks(nsi)).as("just set up").isEmpty();
        delete.now(nsi);
        clock.pass(Duration.ofDays(3));
        assertThat(tasks.tasks(nsi)).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(tasks.tasks(nsi)).singleElement().satisfies(task -> {
            assertThat(task.text()).contains("zuletzt am 01.02.2027");
            assertThat(task.href()).isEqualTo("/loeschungen");
            assertThat(task.overdue()).isTrue();
        });
        assertThat(tasks.tasks(given.ministry())).isEmpty();
        assertThat(tasks.tasks(given.staffOf(Given.SOTTRUM))).isEmpty();
        delete.now(nsi);
        assertThat(tasks.tasks(nsi)).isEmpty();
    }

    @Test
    void one_that_never_came_to_its_end_is_one_too() throws SQLException {
        begin.handle(Actor.portal());
        clock.pass(Duration.ofDays(4));
        assertThat(tasks.tasks(given.nsi()))
                .singleElement()
                .satisfies(task -> assertThat(task.text()).contains("scheitert seit dem"));
    }
}
