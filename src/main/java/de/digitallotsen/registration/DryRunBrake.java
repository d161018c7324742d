package de.digitallotsen.registration;

import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.RetryOnConflict;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/**
 * Counts what an account tries out, and notes it in the audit trail (R26). No use case, which would be done once for a
 * key (R24): the key of a request that only tries something out belongs to what is meant afterwards.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
class DryRunBrake {

    private final Throttle throttle;
    private final DryRunSettings settings;
    private final Event<Audited> changes;

    DryRunBrake(Throttle throttle, DryRunSettings settings, Event<Audited> changes) {
        this.throttle = throttle;
        this.settings = settings;
        this.changes = changes;
    }

    /**
     * Counts lines before anything is looked at, in a transaction of its own: whatever becomes of them, they count.
     *
     * @throws de.digitallotsen.shared.RefusedException TOO_MANY_PREVIEWS (429) with {@code retryAfter} in seconds; none
     *     of them counts then
     */
    void count(Actor actor, int lines) {
        int most = actor.is(Role.NSI) ? settings.mostLinesOfNsi() : settings.mostLines();
        // However low the setting: what is allowed at all can be tried out once.
        throttle.countActs(
                Math.min(lines, most),
                Map.of("dry runs of " + actor.userId(), most),
                settings.within(),
                RegistrationRefusal.TOO_MANY_PREVIEWS);
    }

    /**
     * Notes how many lines were answered, without names; what was refused whole has told nothing.
     *
     * @param door by which they came
     */
    void note(Actor actor, int lines, DryRuns.Door door) {
        if (door != DryRuns.Door.FORM) {
            changes.fire(AuditedChange.of(actor, "preview.made", "preview", door.subjectId())
                    .to("lines", lines));
        }
    }
}
