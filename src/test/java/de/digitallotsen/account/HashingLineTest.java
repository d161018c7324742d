package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import de.digitallotsen.Refused;
import de.digitallotsen.shared.AccessRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits before the hashing, and who is sent away. Counted, not timed. */
class HashingLineTest {

    private static final HashingLine.Asker GUESSER = new HashingLine.Asker("198.51.100.1");
    private static final HashingLine.Asker CLERK = new HashingLine.Asker("192.0.2.1");

    private final HashingLine line = new HashingLine(new Settings(100, 25, 50, 20_000));
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private record Settings(int mostWaiting, int mostWaitingPerAddress, int mostKnownWaiting, long patienceMillis)
            implements PasswordSettings {
        @Override
        public int cost() {
            return 4;
        }

        @Override
        public int atOnce() {
            return 1;
        }
    }

    @AfterEach
    void nobody_stays() {
        threads.shutdownNow();
    }

    /** Waits in a thread of its own and is served once the one before has left. */
    private void arrives(HashingLine.Asker asker, String name) {
        int before = line.waiting();
        threads.execute(() -> {
            line.enter(asker);
            served.add(name);
            line.leave();
        });
        await(() -> line.waiting() == before + 1);
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void allAreServed(int number) {
        await(() -> served.size() == number);
    }

    @Test
    void of_130_guesses_from_one_address_a_quarter_of_the_room_waits_and_the_others_are_sent_away() {
        line.enter(GUESSER);
        int sentAway = 0;
        for (int i = 0; i < 130; i++) {
            if (line.waiting() < 25) {
                arrives(GUESSER, "guess");
            } else {
                Refused.with(AccessRefusal.BUSY, () -> line.enter(GUESSER));
                Refused.with(AccessRefusal.BUSY, () -> line.requireRoom(GUESSER));
                sentAway++;
            }
        }
        assertThat(sentAway).isEqualTo(105);
        arrives(CLERK, "clerk");
        line.leave();
        allAreServed(26);
        assertThat(served.subList(0, 2)).as("addresses take turns").contains("clerk");
    }

    @Test
    void who_is_known_gets_in_before_all_strangers_and_finds_room_when_they_have_taken_theirs() {
        line.enter(GUESSER);
        for (int i = 0; i < 100; i++) {
            arrives(new HashingLine.Asker("198.51.100." + i), "guess");
        }
        Refused.with(AccessRefusal.BUSY, () -> line.enter(CLERK));
        arrives(HashingLine.Asker.KNOWN, "known");
        arrives(HashingLine.Asker.KNOWN, "known");
        line.leave();
        allAreServed(102);
        assertThat(served.subList(0, 2)).containsOnly("known");
        assertThat(line.waiting()).isZero();
    }

    @Test
    void who_has_waited_too_long_leaves_and_keeps_no_place() {
        HashingLine hasty = new HashingLine(new Settings(100, 25, 50, 1));
        hasty.enter(GUESSER);
        for (int i = 0; i < 130; i++) {
            Refused.with(AccessRefusal.BUSY, () -> hasty.enter(GUESSER));
        }
        assertThat(hasty.waiting()).isZero();
        hasty.leave();
        hasty.enter(CLERK);
        hasty.leave();
    }

    @Test
    void an_interrupted_one_leaves_and_the_next_ones_turn_comes() throws InterruptedException {
        line.enter(GUESSER);
        Thread stopped = new Thread(() -> Refused.with(AccessRefusal.BUSY, () -> line.enter(GUESSER)));
        stopped.start();
        await(() -> line.waiting() == 1);
        stopped.interrupt();
        stopped.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(line.waiting()).isZero();
        arrives(CLERK, "clerk");
        line.leave();
        allAreServed(1);
    }
}
