package de.digitallotsen.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Rows;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The privacy notice promises deletion (R27): the NSI hears of it when the daily run does not come to its end. */
@ApplicationScoped
class DeletionTasks implements TaskSource {

    /** So many days without a whole run are a task; a night in which the portal was off is none. */
    static final int PATIENCE_DAYS = 3;

    private final Rows rows;
    private final Retention retention;

    DeletionTasks(Rows rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        if (!actor.is(Role.NSI)) {
            return List.of();
        }
        Map<String, Object> runs = rows.records("select (select done_on from deletion_turn where id = 1) as done,"
                        + " (select cast(min(started_at) as date) from deletion_run where occasion <> 'REQUEST')"
                        + " as begun")
                .get(0);
        LocalDate done = (LocalDate) runs.get("done");
        LocalDate since = done == null ? (LocalDate) runs.get("begun") : done;
        // Where none has ever begun, the portal has only just been set up.
        return since == null || !since.plusDays(PATIENCE_DAYS).isBefore(retention.today())
                ? List.of()
                : List.of(new Task(
                        Messages.text(done == null ? "task.deletion-never" : "task.deletion-late", "day", since),
                        "/loeschungen",
                        null,
                        true));
    }
}
