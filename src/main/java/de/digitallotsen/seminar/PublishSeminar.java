package de.digitallotsen.seminar;

import java.time.Clock;

import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.ProgrammeRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The NSI shows a seminar to everybody (R7). */
@UseCase
public class PublishSeminar {

    private final Seminars seminars;
    private final FundingPeriods periods;
    private final Clock clock;
    private final Event<Audited> changes;

    PublishSeminar(Seminars seminars, FundingPeriods periods, Clock clock, Event<Audited> changes) {
        this.seminars = seminars;
        this.periods = periods;
        this.clock = clock;
        this.changes = changes;
    }

    /** Publishes it as it stands, whatever was read. */
    public void handle(Actor actor, long seminarId) {
        handle(actor, seminarId, null);
    }

    /**
     * @param version the version that was read; null publishes it as it stands
     * @throws RefusedException NO_FUNDING_PERIOD (R7), SEMINAR_NOT_CHANGEABLE, SEMINAR_NOT_PUBLISHABLE, STALE
     */
    public void handle(Actor actor, long seminarId, Integer version) {
        actor.require(Role.NSI);
        Seminar seminar = seminars.requireLocked(seminarId);
        if (seminar.status() == SeminarStatus.PUBLISHED) {
            return;
        }
        if (version != null && version != seminar.version()) {
            throw new RefusedException(AccessRefusal.STALE, "changedAt", seminar.changedAt());
        }
        seminar.publish(clock.instant());
        if (periods.holdPayingFor(seminar.firstDay(), seminar.lastDay(), seminar.dates())
                .isEmpty()) {
            throw new RefusedException(
                    ProgrammeRefusal.NO_FUNDING_PERIOD, "firstDay", seminar.firstDay(), "lastDay", seminar.lastDay());
        }
        changes.fire(new SeminarChanged(actor, "published", seminarId, null, seminar.asPlan()));
    }
}
