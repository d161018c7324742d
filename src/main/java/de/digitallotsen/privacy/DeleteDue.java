package de.digitallotsen.privacy;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Deletes once a day what is due (R27), in batches, one portal at a time. It looks several times a day whether the
 * day's run is done, so that a portal that is off at night, or was stopped in between, misses nothing.
 */
@ApplicationScoped
public class DeleteDue {

    private static final Logger LOG = Logger.getLogger(DeleteDue.class);
    /** After the portal's start, which makes an empty database usable. */
    private static final int LATE = 5000;

    private final Schedule schedule;
    private final BeginDeletion begin;
    private final ForgetDue forget;
    private final EndDeletion end;
    private volatile boolean started;

    DeleteDue(Schedule schedule, BeginDeletion begin, ForgetDue forget, EndDeletion end) {
        this.schedule = schedule;
        this.begin = begin;
        this.forget = forget;
        this.end = end;
    }

    void begin(@Observes @Priority(LATE) StartupEvent event) {
        started = true;
    }

    @Scheduled(
            identity = "delete-due",
            every = "{digitallotsen.retention.every}",
            delayed = "{digitallotsen.jobs.first-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ofTheDay() {
        if (started) {
            Long run = begin.handle(Actor.portal());
            if (run != null) {
                work(run);
            }
        }
    }

    /**
     * At once; returns when nothing is left that is due. A second click gets the run of the first one, once that is
     * over; until then it is told so.
     *
     * @return the run
     * @throws de.digitallotsen.shared.RefusedException DELETION_RUNNING
     */
    public long now(Actor actor) {
        long run = begin.handle(actor);
        work(run);
        return run;
    }

    private void work(long run) {
        String worker = Hashes.randomToken();
        boolean complete = true;
        for (Expiry expiry : schedule.expiries()) {
            complete &= work(run, worker, expiry.kind());
        }
        end.handle(Actor.portal(), run, worker, complete);
    }

    /** What fails holds up nothing else; only whose turn it is not goes no further. */
    private boolean work(long run, String worker, String kind) {
        try {
            boolean more = true;
            while (more) {
                more = forget.handle(Actor.portal(), run, worker, kind);
            }
            return true;
        } catch (RefusedException notOurTurn) {
            throw notOurTurn;
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Personal data of the kind %s could not be deleted; the next run tries again.", kind);
            return false;
        }
    }
}
