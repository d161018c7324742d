package de.digitallotsen.privacy;

import java.time.Duration;

import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * One run at a time, and one loop that works on it, whichever portal it is on: it holds the only row of a table for a
 * while and prolongs that with each batch. A run that was broken off lets go by itself; comes it back late, it finds
 * that the turn is another one's.
 */
@ApplicationScoped
class DeletionTurn {

    /** Longer than any batch. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final String TURN_OF = " where id = 1 and run_id = ?3 and (worker is null or worker = ?4)";

    private final Rows rows;
    private final Retention retention;

    DeletionTurn(Rows rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    /** For the run of the day; false if it is done, or another one is at it. */
    boolean takeForToday() {
        return take(" and (done_on is null or done_on < ?3)", retention.today());
    }

    /** For a run beside; false if another one is at it. */
    boolean take() {
        return take("", null);
    }

    private boolean take(String condition, Object day) {
        rows.change("insert ignore into deletion_turn (id, taken_until) values (1, '1970-01-02')");
        String sql = "update deletion_turn set taken_until = ?1, run_id = null, worker = null"
                + " where id = 1 and taken_until <= ?2" + condition;
        return (day == null
                        ? rows.change(sql, retention.now().plus(LEASE), retention.now())
                        : rows.change(sql, retention.now().plus(LEASE), retention.now(), day))
                == 1;
    }

    /** To the run that has just begun: the turn was taken for it in this transaction. */
    void give(long run) {
        rows.change("update deletion_turn set run_id = ?1 where id = 1", run);
    }

    /**
     * Goes on; until the end of the transaction no other batch begins.
     *
     * @param worker the loop that works on the run: the first one to come has it to itself
     * @return false if the run has no turn any more, or another loop works on it
     */
    boolean goOn(long run, String worker) {
        return rows.change(
                        "update deletion_turn set taken_until = ?1, worker = ?2" + TURN_OF,
                        retention.now().plus(LEASE),
                        worker,
                        run,
                        worker)
                == 1;
    }

    /** True for a run that came to its end. */
    boolean isOver(long run) {
        return rows.number("select count(*) from deletion_run where id = ?1 and finished_at is not null", run) == 1;
    }

    /**
     * The next one may.
     *
     * @param done nothing is left for today
     * @return false if it was not the turn of this run and loop
     */
    boolean end(long run, String worker, boolean done) {
        return rows.change(
                        "update deletion_turn set taken_until = ?1, done_on = if(?2, ?5, done_on), run_id = null,"
                                + " worker = null" + TURN_OF,
                        retention.now(),
                        done,
                        run,
                        worker,
                        retention.today())
                == 1;
    }
}
