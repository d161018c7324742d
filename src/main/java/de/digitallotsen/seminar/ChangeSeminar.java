package de.digitallotsen.seminar;

import java.time.Clock;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.ProgrammeRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * The NSI changes a seminar. Whoever is registered keeps the fee of the day of registration (R8). More seats go at once
 * to those who wait (R14); fewer than are confirmed is refused (R6).
 */
@UseCase
public class ChangeSeminar {

    /** Longest sentence of the NSI's own in the mails, in characters. */
    public static final int LONGEST_MESSAGE = 500;

    private final Seminars seminars;
    private final FundingPeriods periods;
    private final Clock clock;
    private final Event<Audited> changes;
    private final Event<SeatsOrDeadlineChanged> seatsOrDeadlineChanged;

    ChangeSeminar(
            Seminars seminars,
            FundingPeriods periods,
            Clock clock,
            Event<Audited> changes,
            Event<SeatsOrDeadlineChanged> seatsOrDeadlineChanged) {
        this.seminars = seminars;
        this.periods = periods;
        this.clock = clock;
        this.changes = changes;
        this.seatsOrDeadlineChanged = seatsOrDeadlineChanged;
    }

    /** Without a sentence of its own in the mails. */
    public void handle(Actor actor, long seminarId, Integer version, SeminarPlan.Draft draft) {
        handle(actor, seminarId, version, draft, null);
    }

    /**
     * A draft in which nothing differs changes nothing at all (R31): no version, no calendar, no mail.
     *
     * @param version the version that was read; another one means that somebody was faster
     * @param message a sentence for the mails that are written because of it, up to {@value #LONGEST_MESSAGE}
     *     characters, or null
     * @throws RefusedException STALE, CAPACITY_BELOW_CONFIRMED (R6), SEMINAR_NOT_CHANGEABLE, NO_FUNDING_PERIOD (R7)
     */
    public void handle(Actor actor, long seminarId, Integer version, SeminarPlan.Draft draft, String message) {
        actor.require(Role.NSI);
        Seminar seminar = seminars.requireLocked(seminarId);
        Input input = new Input();
        input.check(version != null, "version", "input.required", "label", "version");
        String words = input.optional("message", "Ein Satz für die E-Mails", message, LONGEST_MESSAGE);
        input.throwIfWrong();
        if (seminar.version() != version) {
            throw new RefusedException(AccessRefusal.STALE, "changedAt", seminar.changedAt());
        }
        seminar.requireChangeable();
        SeminarPlan was = seminar.asPlan();
        boolean daysStay = draft.days() != null && draft.days().equals(was.days());
        SeminarPlan is = draft.check(daysStay ? null : SystemClock.today(clock));
        if (!is.equals(was)) {
            requireSamePayer(seminar, is);
            changeCapacity(seminar, is);
            seminar.change(is, clock.instant());
            seminars.flush();
            changes.fire(new SeminarChanged(actor, "changed", seminarId, was, is, words));
            tellWhoseTurnItIs(actor, seminarId, was, is, words);
        }
    }

    /**
     * A later deadline gives those a turn whose wait had ended with the earlier one. Fewer seats or an earlier one take
     * it from somebody who may hold back others elsewhere.
     */
    private void tellWhoseTurnItIs(Actor actor, long seminarId, SeminarPlan was, SeminarPlan is, String words) {
        if (is.capacity() != was.capacity() || !is.closesAt().equals(was.closesAt())) {
            seatsOrDeadlineChanged.fire(new SeatsOrDeadlineChanged(actor, seminarId, words));
        }
    }

    private void changeCapacity(Seminar seminar, SeminarPlan plan) {
        if (!seminars.changeCapacity(seminar.id(), plan.capacity())) {
            throw new RefusedException(
                    SeminarRefusal.CAPACITY_BELOW_CONFIRMED,
                    "capacity",
                    plan.capacity(),
                    "confirmed",
                    seminars.seats(seminar.id()).taken());
        }
    }

    /** R7: the period of the last day pays. Once people are registered, it has to stay the same. */
    private void requireSamePayer(Seminar seminar, SeminarPlan plan) {
        if (seminar.status() != SeminarStatus.PUBLISHED) {
            return;
        }
        Long payer = periods.holdPayingFor(
                        plan.firstDay(),
                        plan.lastDay(),
                        plan.days().stream().map(SeminarDay::date).toList())
                .map(FundingPeriod::id)
                .orElseThrow(() -> new RefusedException(
                        ProgrammeRefusal.NO_FUNDING_PERIOD, "firstDay", plan.firstDay(), "lastDay", plan.lastDay()));
        boolean inUse = seminar.seatsTaken() + seminar.waitingCount() > 0;
        Long before = periods.payingFor(seminar.firstDay(), seminar.lastDay(), seminar.dates())
                .map(FundingPeriod::id)
                .orElse(null);
        if (inUse && !payer.equals(before)) {
            throw new RefusedException(
                    SeminarRefusal.FUNDING_PERIOD_CHANGES, "people", seminar.seatsTaken() + seminar.waitingCount());
        }
    }
}
