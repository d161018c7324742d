package de.digitallotsen.start;

import java.time.Duration;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private volatile boolean done;
    private volatile boolean stopping;
    private Thread thread;

    WarmUp(
            @ConfigProperty(name = "digitallotsen.warm-up") boolean wanted,
            @ConfigProperty(name = "digitallotsen.warm-up.longest") Duration longest,
            Rehearsal rehearsal,
            Rounds rounds) {
        this.wanted = wanted;
        this.longest = longest;
        this.rehearsal = rehearsal;
        this.rounds = rounds;
        this.done = !wanted;
    }

    void begin(@Observes @Priority(LATE) StartupEvent event) {
        if (wanted) {
            thread = new Thread(this::run, "warm-up");
            thread.setDaemon(true);
            thread.start();
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
        return done;
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
        } catch (Exception | LinkageError failed) {
            LOG.log(
                    stopping ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "The warm-up ended early; the first requests will take a little longer.",
                    failed);
        } finally {
            done = true;
            LOG.infof(
                    "Warm after %d rehearsed registrations in %d ms",
                    registrations, (System.nanoTime() - begin) / 1_000_000);
        }
    }
}
