package de.digitallotsen.audit;

import de.digitallotsen.shared.Actor;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Seals the audit trail at the start and from time to time ({@link SealAuditTrail}), until nothing is left that has
 * settled.
 */
@ApplicationScoped
class AuditSealing {

    private static final Logger LOG = Logger.getLogger(AuditSealing.class);
    private static final int MOST_AT_ONCE = 100;
    /** After the first rows and the demo data are there. */
    private static final int LATE = 4000;

    private final SealAuditTrail seal;
    private final boolean wanted;

    AuditSealing(SealAuditTrail seal, AuditSettings settings) {
        this.seal = seal;
        this.wanted = !"off".equals(settings.sealEvery());
    }

    /** What the last run before a stop left open is sealed before anybody asks whether the chain holds. */
    @ActivateRequestContext
    void start(@Observes @Priority(LATE) StartupEvent event) {
        if (wanted) {
            try {
                run();
            } catch (RuntimeException failed) {
                LOG.warn("The audit trail could not be sealed at the start; the next run will try again.", failed);
            }
        }
    }

    @Scheduled(
            identity = "audit-sealing",
            every = "{digitallotsen.audit.seal-every}",
            delayed = "{digitallotsen.jobs.first-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (int i = 0; i < MOST_AT_ONCE && seal.handle(Actor.portal()) > 0; i++) {
            // Each seal is a transaction of its own.
        }
    }
}
