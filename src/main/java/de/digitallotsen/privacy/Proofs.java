package de.digitallotsen.privacy;

import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Proofs of deletion, written in the transaction that deletes: what kind, how many, by which rule, when. They hold
 * nothing that says whom it was about, and are never changed or deleted.
 */
@ApplicationScoped
class Proofs {

    /** By request of the person, not by the schedule. */
    static final String ERASURE = "ERASURE";

    private static final String INSERT = "insert into deletion_proof (run_id, kind, rule, keep_for, deleted, at)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6)";

    private final Rows rows;
    private final Retention retention;

    Proofs(Rows rows, Retention retention) {
        this.rows = rows;
        this.retention = retention;
    }

    void bySchedule(long runId, Expiry expiry, int deleted) {
        rows.change(
                INSERT,
                runId,
                expiry.kind(),
                expiry.rule().name(),
                retention.keep(expiry.rule()).toString(),
                deleted,
                retention.now());
    }

    void onRequest(long runId, String kind, int deleted) {
        rows.change(INSERT, runId, kind, ERASURE, null, deleted, retention.now());
    }
}
