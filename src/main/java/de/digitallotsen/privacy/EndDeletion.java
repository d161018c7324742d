package de.digitallotsen.privacy;

import java.util.Map;
import java.util.TreeMap;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Rows;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/** A deletion ends; the audit trail notes what it deleted, if anything. */
@UseCase
public class EndDeletion {

    private final DeletionTurn turn;
    private final EntityManager database;
    private final Rows rows;
    private final Retention retention;
    private final Event<Audited> changes;

    EndDeletion(DeletionTurn turn, EntityManager database, Rows rows, Retention retention, Event<Audited> changes) {
        this.turn = turn;
        this.database = database;
        this.rows = rows;
        this.retention = retention;
        this.changes = changes;
    }

    /**
     * Nothing if it is not its turn any more.
     *
     * @param worker the loop that worked on it
     * @param complete false if something of it failed: it is tried again soon
     */
    public void handle(Actor actor, long runId, String worker, boolean complete) {
        actor.require();
        if (turn.end(runId, worker, complete)
                && complete
                && database.find(DeletionRun.class, runId).finish(retention.now())) {
            Map<String, Object> deleted = new TreeMap<>();
            rows.records(
                            "select kind, sum(deleted) as deleted from deletion_proof where run_id = ?1 group by kind",
                            runId)
                    .forEach(row -> deleted.put(
                            Messages.label("deletion." + row.get("kind")), ((Number) row.get("deleted")).longValue()));
            if (!deleted.isEmpty()) {
                changes.fire(AuditedChange.of(actor, "deletion.done", "deletion", runId)
                        .to(deleted));
            }
        }
    }
}
