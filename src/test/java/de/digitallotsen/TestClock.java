package de.digitallotsen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.PortalClock;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;

/** The portal's clock in tests: it stands still where it was set, for every thread, unless it is told to tick. */
@Mock
@Singleton
public class TestClock extends PortalClock {

    /** Monday, 1 February 2027, 09:00 in Berlin: where every test begins. */
    public static final Instant START = Instant.parse("2027-02-01T08:00:00Z");

    private static final Duration TICK = Duration.ofNanos(1_000);

    private volatile Instant now = START;
    private volatile boolean ticking;

    @Override
    protected Instant now() {
        return ticking ? tick() : now;
    }

    private synchronized Instant tick() {
        now = now.plus(TICK);
        return now;
    }

    /** From now on no two looks at it see the same instant: where it matters what came first. */
    public void start() {
        ticking = true;
    }

    /** Sets the clock for every thread. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Back to {@link #START}. */
    public void reset() {
        ticking = false;
        now = START;
    }

    /** The day in Berlin. */
    public LocalDate today() {
        return German.berlinDay(instant());
    }
}
