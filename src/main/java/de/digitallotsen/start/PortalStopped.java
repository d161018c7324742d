package de.digitallotsen.start;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets the database server outlive the portal's last request. */
@Singleton
class PortalStopped {

    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    private static volatile boolean started;

    void started(@Observes StartupEvent event) {
        started = true;
    }

    void stopped(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        STOPPED.countDown();
    }

    /** Waits until the portal has stopped, at most ten seconds. */
    static void await() {
        try {
            if (started && !STOPPED.await(10, TimeUnit.SECONDS)) {
                System.err.println(
                        "Das Portal hat sich nicht rechtzeitig beendet; die Datenbank wird trotzdem geschlossen.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
