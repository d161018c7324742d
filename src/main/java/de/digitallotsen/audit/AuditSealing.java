package de.digitallotsen.audit;

import de.digitallotsen.shared.Actor;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals the audit trail from time to time ({@link SealAuditTrail}), until nothing is left that has settled. */
@ApplicationScoped
class AuditSealing {

    private static final int MOST_AT_ONCE = 100;

    private final SealAuditTrail seal;

    AuditSealing(SealAuditTrail seal) {
        this.seal = seal;
    }

    @Scheduled(identity = "audit-sealing", every = "{digitallotsen.audit.seal-every}", delayed = "{digitallotsen.jobs.first-after}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (int i = 0; i < MOST_AT_ONCE && seal.handle(Actor.portal()) > 0; i++) {
            // Each seal is a transaction of its own.
        }
    }
}
