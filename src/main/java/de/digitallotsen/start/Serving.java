package de.digitallotsen.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Serves until it is asked to end. Where the portal is and how to get in is the last thing that the start says: the
 * person at the console need not look for it among what was said meanwhile.
 */
@ApplicationScoped
class Serving implements QuarkusApplication {

    private final Scheduler jobs;
    private final WarmUp warmUp;
    private final StartMessage message;

    Serving(Scheduler jobs, WarmUp warmUp, StartMessage message) {
        this.jobs = jobs;
        this.warmUp = warmUp;
        this.message = message;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        // Not before: a start that is refused takes away what a job is working with.
        jobs.resume();
        if (warmUp.awaitDone()) {
            message.tell();
            Quarkus.waitForExit();
        }
        return 0;
    }
}
