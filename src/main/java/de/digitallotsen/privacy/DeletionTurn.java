package de.digitallotsen.privacy;

import java.time.Duration;

import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * One run at a time, whichever portal it is on: it holds the only row of a table for a while and prolongs that with
 * each batch. A run that was broken off lets go by itself.
 */
@ApplicationScoped
class DeletionTurn {

    /** Longer than any batch. */
    static final Duration LEASE = Duration.ofMinutes(10);

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
        String sql = "update deletion_turn set taken_until = ?1 where id = 1 and taken_until <= ?2" + condition;
        return (day == null
                        ? rows.change(sql, retention.now().plus(LEASE), retention.now())
                        : rows.change(sql, retention.now().plus(LEASE), retention.now(), day))
                == 1;
    }

    /** Goes on; until the end of the transaction no other batch begins. */
    void prolong() {
        rows.change(
                "update deletion_turn set taken_until = ?1 where id = 1",
                retention.now().plus(LEASE));
    }

    /**
     * The next one may.
     *
     * @param done nothing is left for today
     */
    void end(boolean done) {
        rows.change(
                "update deletion_turn set taken_until = ?1, done_on = if(?2, ?3, done_on) where id = 1",
                retention.now(),
                done,
                retention.today());
    }
}
