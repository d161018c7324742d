package de.digitallotsen.seminar;

import java.time.Clock;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The NSI plans a seminar: a draft that nobody else sees. */
@UseCase
public class PlanSeminar {

    private final Seminars seminars;
    private final Clock clock;
    private final Event<Audited> changes;

    PlanSeminar(Seminars seminars, Clock clock, Event<Audited> changes) {
        this.seminars = seminars;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @return the id of the draft
     * @throws de.digitallotsen.shared.InvalidInputException for what {@link SeminarPlan.Draft#check} refuses
     */
    public long handle(Actor actor, SeminarPlan.Draft draft) {
        actor.require(Role.NSI);
        SeminarPlan plan = draft.check(SystemClock.today(clock));
        Seminar seminar = Seminar.plan(plan, clock.instant());
        seminars.persist(seminar);
        changes.fire(new SeminarChanged(actor, "planned", seminar.id(), null, plan));
        return seminar.id();
    }
}
