package de.digitallotsen.privacy;

import de.digitallotsen.privacy.DeletionRun.Occasion;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/** A deletion begins, by the schedule or because the NSI does not want to wait for it. */
@UseCase
public class BeginDeletion {

    private final DeletionTurn turn;
    private final EntityManager database;
    private final Retention retention;
    private final Event<Audited> changes;

    BeginDeletion(DeletionTurn turn, EntityManager database, Retention retention, Event<Audited> changes) {
        this.turn = turn;
        this.database = database;
        this.retention = retention;
        this.changes = changes;
    }

    /**
     * The portal itself gets null if the day's run is done or another one is at it.
     *
     * @return the run
     * @throws RefusedException DELETION_RUNNING for somebody who asks while another run is at it
     */
    public Long handle(Actor actor) {
        actor.require(Role.NSI);
        if (actor.system()) {
            return turn.takeForToday() ? begin(actor, Occasion.SCHEDULE) : null;
        }
        if (!turn.take()) {
            throw new RefusedException(PrivacyRefusal.DELETION_RUNNING);
        }
        long run = begin(actor, Occasion.BY_HAND);
        changes.fire(AuditedChange.of(actor, "deletion.begun", "deletion", run));
        return run;
    }

    private long begin(Actor actor, Occasion occasion) {
        DeletionRun run = DeletionRun.begin(occasion, actor.role(), retention.now());
        database.persist(run);
        database.flush();
        turn.give(run.id());
        return run.id();
    }
}
