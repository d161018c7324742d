package de.digitallotsen.start;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/**
 * Exercises what the first minute of an opening needs, before the portal says that it is ready: the Java machine
 * translates the code that it sees often, and without this the first people of the year would wait for that. Runs in
 * the background on one thread; the portal already answers meanwhile. Whatever goes wrong here is logged and holds
 * nobody up.
 */
@Unremovable
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    /** After {@link PortalStart}, which makes an empty database usable. */
    private static final int LATE = 5000;

    private static final long LONGEST_FAREWELL_MILLIS = 3000;

    private final boolean wanted;
    private final Duration longest;
    private final Rehearsal rehearsal;
    private final Rounds rounds;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean stopping;
    private Thread thread;

    WarmUp(WarmUpSettings settings, Rehearsal rehearsal, Rounds rounds) {
        this.wanted = settings.wanted();
        this.longest = settings.longest();
        this.rehearsal = rehearsal;
        this.rounds = rounds;
    }

    void begin(@Observes @Priority(LATE) StartupEvent event) {
        if (wanted) {
            thread = new Thread(this::run, "warm-up");
            thread.setDaemon(true);
            thread.start();
        } else {
            done.countDown();
        }
    }

    void serving(@ObservesAsync HttpServerStart started) {
        rounds.at(started.options().getHost(), Listening.port(started));
    }

    /** Whoever stops the portal meanwhile waits for the rehearsal at hand, so that its transaction is not torn off. */
    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join(LONGEST_FAREWELL_MILLIS);
        }
    }

    /** True as soon as the first rush may come, whether the warm-up went well or not. */
    boolean isDone() {
        return done.getCount() == 0;
    }

    /** Waits until it is done; false if the portal is being stopped meanwhile. */
    boolean awaitDone() throws InterruptedException {
        done.await();
        return !stopping;
    }

    private void run() {
        long begin = System.nanoTime();
        int registrations = 0;
        try {
            rounds.findTheWay();
            while (!stopping && System.nanoTime() - begin < longest.toNanos() && registrations < Rehearsal.ENOUGH) {
                registrations += rehearsal.play();
                rounds.walk();
            }
        } catch (IOException busy) {
            tellWhyItEndedEarly(Logger.Level.INFO, busy);
        } catch (Exception | LinkageError failed) {
            tellWhyItEndedEarly(Logger.Level.WARN, failed);
        } finally {
            LOG.infof(
                    "Warm after %d rehearsed registrations in %d ms",
                    registrations, (System.nanoTime() - begin) / 1_000_000);
            done.countDown();
        }
    }

    /** In a sentence: nobody has to do anything about a machine that is busy with something else. */
    private void tellWhyItEndedEarly(Logger.Level level, Throwable why) {
        LOG.logf(
                stopping ? Logger.Level.DEBUG : level,
                "The warm-up ended early (%s); the first requests will take a little longer.",
                why.getMessage());
        LOG.debug("Why the warm-up ended early", why);
    }
}
