package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against real deadlocks and lock waits: two transactions that hold what the other wants. */
@PortalTest
class TransactionRetriesTest {

    @Inject
    Database database;

    @Inject
    Swap swap;

    @Inject
    MeterRegistry metrics;

    /** A use case that moves one from a row to another and, while it is told to, meets others halfway. */
    @UseCase
    public static class Swap {
        final AtomicInteger calls = new AtomicInteger();
        private final EntityManager entityManager;

        Swap(EntityManager entityManager) {
            this.entityManager = entityManager;
        }

        /** What happens between the two rows. */
        public interface Halfway {
            void reached() throws Exception;
        }

        /** Repeatable or not, as the command says. */
        public void handle(int from, int to, Halfway halfway, Object command) throws Exception {
            calls.incrementAndGet();
            move(from, -1);
            halfway.reached();
            move(to, 1);
        }

        public int calls() {
            return calls.get();
        }

        public void reset() {
            calls.set(0);
        }

        private void move(int id, int amount) {
            entityManager
                    .createNativeQuery("update swap set amount = amount + ?1 where id = ?2")
                    .setParameter(1, amount)
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }

    private static final class Keyed implements Repeatable {}

    @BeforeEach
    void rows() throws SQLException {
        database.writePastTheProgram("create or replace table swap (id int primary key, amount int)");
        database.writePastTheProgram("insert into swap values (1, 10), (2, 10)");
        swap.reset();
    }

    @AfterEach
    void drop() throws SQLException {
        database.writePastTheProgram("drop table swap");
    }

    private double retries() {
        return metrics.get("digitallotsen.transaction.retries").counter().count();
    }

    private List<String> amounts() {
        return database.rows("select amount from swap order by id");
    }

    @Test
    void tries_the_victim_of_a_deadlock_again_from_its_beginning() {
        double before = retries();
        CyclicBarrier bothHoldTheirFirstRow = new CyclicBarrier(2);
        AtomicInteger meetings = new AtomicInteger();
        Swap.Halfway meet = () -> {
            if (meetings.incrementAndGet() <= 2) {
                bothHoldTheirFirstRow.await(10, TimeUnit.SECONDS);
            }
        };
        Race.of(List.of(
                () -> {
                    swap.handle(1, 2, meet, null);
                    return "";
                },
                () -> {
                    swap.handle(2, 1, meet, null);
                    return "";
                }));
        assertThat(swap.calls()).isEqualTo(3);
        assertThat(retries() - before).isEqualTo(1);
        assertThat(amounts()).containsExactly("10", "10");
    }

    @Test
    void control_without_the_retry_the_deadlock_reaches_the_person() throws Exception {
        CyclicBarrier bothHoldTheirFirstRow = new CyclicBarrier(2);
        Race.Outcome outcome = Race.of(
                List.of(() -> crosswise(1, 2, bothHoldTheirFirstRow), () -> crosswise(2, 1, bothHoldTheirFirstRow)));
        assertThat(outcome.results()).containsExactlyInAnyOrder("DONE", "1213");
    }

    private String crosswise(int first, int second, CyclicBarrier meet) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update swap set amount = amount - 1 where id = " + first);
            meet.await(10, TimeUnit.SECONDS);
            try {
                statement.executeUpdate("update swap set amount = amount + 1 where id = " + second);
                connection.commit();
                return "DONE";
            } catch (SQLException deadlock) {
                connection.rollback();
                return String.valueOf(deadlock.getErrorCode());
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void tries_again_after_a_lock_wait_that_took_too_long() throws Exception {
        double before = retries();
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeUpdate("update swap set amount = amount where id = 2");
            AtomicInteger tries = new AtomicInteger();
            swap.handle(
                    1,
                    2,
                    () -> {
                        if (tries.incrementAndGet() == 2) {
                            holder.commit();
                        }
                    },
                    null);
            holder.setAutoCommit(true);
            assertThat(tries.get()).isEqualTo(2);
        }
        assertThat(retries() - before).isEqualTo(1);
        assertThat(amounts()).containsExactly("9", "11");
    }

    @Test
    void gives_up_after_five_tries_and_leaves_nothing() {
        assertThatThrownBy(() -> swap.handle(
                        1,
                        2,
                        () -> {
                            throw new IllegalStateException(new SQLException("for ever", "40001", 1213));
                        },
                        null))
                .hasRootCauseMessage("for ever");
        assertThat(swap.calls()).isEqualTo(TransactionRetries.MOST_TRIES);
        assertThat(amounts()).containsExactly("10", "10");
    }

    @Test
    void does_not_try_a_refusal_or_a_fault_again() {
        assertThatThrownBy(() -> swap.handle(
                        1,
                        2,
                        () -> {
                            throw new RefusedException(AccessRefusal.NOT_FOUND);
                        },
                        null))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> swap.handle(
                        1,
                        2,
                        () -> {
                            throw new IllegalStateException("ours");
                        },
                        null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> swap.handle(
                        1,
                        2,
                        () -> {
                            throw new IllegalStateException(new SQLException("syntax", "42000", 1064));
                        },
                        null))
                .hasRootCauseMessage("syntax");
        assertThat(swap.calls()).isEqualTo(3);
        assertThat(amounts()).containsExactly("10", "10");
    }

    @Test
    void looks_once_more_after_a_duplicate_and_not_twice() {
        assertThatThrownBy(() -> swap.handle(
                        1,
                        2,
                        () -> {
                            throw new IllegalStateException(new SQLException("twice", "23000", 1062));
                        },
                        null))
                .hasRootCauseMessage("twice");
        assertThat(swap.calls()).isEqualTo(2);
    }

    @Test
    void tries_again_after_a_lost_connection_only_what_carries_a_key() {
        Swap.Halfway lost = () -> {
            throw new IllegalStateException(new SQLException("gone", "08000", 0));
        };
        assertThatThrownBy(() -> swap.handle(1, 2, lost, "no key")).hasRootCauseMessage("gone");
        assertThat(swap.calls()).isEqualTo(1);
        assertThatThrownBy(() -> swap.handle(1, 2, lost, new Keyed())).hasRootCauseMessage("gone");
        assertThat(swap.calls()).isEqualTo(1 + TransactionRetries.MOST_TRIES);
    }

    @Test
    void tells_conflicts_from_other_errors_wherever_they_are_wrapped() {
        assertThat(TransactionRetries.isConflict(new RuntimeException(new SQLException("x", "40001", 1213))))
                .isTrue();
        assertThat(TransactionRetries.isConflict(new RuntimeException(new SQLException("x", "HY000", 1205))))
                .isTrue();
        assertThat(TransactionRetries.isConflict(new RuntimeException(new SQLException("x", "HY000", 1020))))
                .isTrue();
        RuntimeException suppressing = new RuntimeException("commit failed");
        suppressing.addSuppressed(new SQLException("x", "40001", 1213));
        assertThat(TransactionRetries.isConflict(suppressing)).isTrue();
        assertThat(TransactionRetries.isConflict(new RuntimeException(new SQLException("x", "23000", 1062))))
                .isFalse();
        assertThat(TransactionRetries.isDuplicate(new SQLException("x", "23000", 1062)))
                .isTrue();
        assertThat(TransactionRetries.isConnectionLost(new SQLException("x", "08S01", 0)))
                .isTrue();
        assertThat(TransactionRetries.isConnectionLost(new SQLException("x"))).isFalse();
    }
}
