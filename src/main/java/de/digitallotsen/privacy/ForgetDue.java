package de.digitallotsen.privacy;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionSettings;
import de.digitallotsen.shared.UseCase;

/** One batch of one kind, with its proof, in one transaction: broken off anywhere, the next run goes on there. */
@UseCase
public class ForgetDue {

    private final DeletionTurn turn;
    private final Schedule schedule;
    private final Proofs proofs;
    private final Retention retention;
    private final int batch;

    ForgetDue(DeletionTurn turn, Schedule schedule, Proofs proofs, Retention retention, RetentionSettings settings) {
        this.turn = turn;
        this.schedule = schedule;
        this.proofs = proofs;
        this.retention = retention;
        this.batch = settings.batch();
    }

    /**
     * @param worker the loop that asks; only one works on a run
     * @return true if there may be more of it
     * @throws RefusedException DELETION_RUNNING if another one is at it
     */
    public boolean handle(Actor actor, long runId, String worker, String kind) {
        actor.require();
        if (!turn.goOn(runId, worker)) {
            if (turn.isOver(runId)) {
                return false;
            }
            throw new RefusedException(PrivacyRefusal.DELETION_RUNNING);
        }
        Expiry expiry = schedule.expiry(kind);
        int deleted = expiry.forget().some(retention.today(), batch);
        if (deleted > 0) {
            proofs.bySchedule(runId, expiry, deleted);
        }
        return deleted >= batch;
    }
}
