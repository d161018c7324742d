package de.digitallotsen.settings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.FundsRelease;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/**
 * The Ministry has only the first person of each Kommune funded until a day, so that the money reaches more Kommunen;
 * afterwards everybody again in order of receipt. What is confirmed stays. Whoever is a Kommune's second waits in the
 * meantime, keeps the order of receipt and holds back nobody. Switching either way serves those who wait, in the same
 * transaction (R14).
 */
@UseCase
public class PreferFirstPersons {

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private final EntityManager database;
    private final FundingPeriods periods;
    private final Budget budget;
    private final FundsRelease release;
    private final Clock clock;
    private final Event<Audited> changes;

    PreferFirstPersons(
            EntityManager database,
            FundingPeriods periods,
            Budget budget,
            FundsRelease release,
            Clock clock,
            Event<Audited> changes) {
        this.database = database;
        this.periods = periods;
        this.budget = budget;
        this.release = release;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param until the last day, today or later and within the period; null ends it
     * @param reason why, for the audit trail; 1 to {@value #LONGEST_REASON} characters
     * @param version what was read as it stood, see {@link #version}; null changes it whatever stands there
     */
    public record Command(LocalDate until, String reason, String version) {
        /** Whatever stands there. */
        public Command(LocalDate until, String reason) {
            this(until, reason, null);
        }
    }

    /** Stands for how it stands: there is nothing but the day. */
    public String version(Actor actor) {
        return Objects.toString(until(actor), "");
    }

    /** The last day on which only first persons are funded in the period of today; null if there is none. */
    public LocalDate until(Actor actor) {
        actor.requireToRead(Role.MINISTRY);
        return budget.standing(current().id()).firstPersonsUntil();
    }

    private FundingPeriod current() {
        return periods.requireCurrent(SystemClock.today(clock));
    }

    /**
     * @throws de.digitallotsen.shared.InvalidInputException for a day that has passed or lies after the period, without
     *     a reason, or if nothing differs
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.MINISTRY);
        FundingPeriod period = current();
        LocalDate today = SystemClock.today(clock);
        LocalDate until = command.until();
        Input input = new Input();
        input.check(
                until == null || !until.isBefore(today) && !until.isAfter(period.lastDay()),
                "until",
                "first-persons.day",
                "today",
                today,
                "lastDay",
                period.lastDay());
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        input.throwIfWrong();
        release.announce(period.id());
        budget.lock(period.id());
        if (command.version() != null && !command.version().equals(version(actor))) {
            throw new RefusedException(AccessRefusal.STALE, "changedAt", Messages.text("stale.since-opened"));
        }
        if (!change(actor, period.id(), until, reason)) {
            input.check(false, "until", "programme.nothing-changed");
            input.throwIfWrong();
        }
    }

    /**
     * Ends it where its day has passed, and serves those who waited for that; harmless when several portals do so at
     * once.
     */
    public void endWhatIsOver() {
        List<?> over = database.createNativeQuery(
                        "select period_id from budget where first_persons_until < ?1", Long.class)
                .setParameter(1, SystemClock.today(clock))
                .getResultList();
        over.forEach(id -> change(Actor.portal(), (Long) id, null, "Der Tag ist vorbei."));
    }

    /** @return false if it stands like that already */
    private boolean change(Actor actor, long periodId, LocalDate until, String reason) {
        release.announce(periodId);
        budget.lock(periodId);
        LocalDate was = budget.standing(periodId).firstPersonsUntil();
        if (Objects.equals(was, until)) {
            return false;
        }
        budget.preferFirstPersons(periodId, until);
        changes.fire(AuditedChange.of(actor, "programme.first-persons", "period", periodId)
                .from("firstPersonsUntil", words(was))
                .to("firstPersonsUntil", words(until), "reason", reason));
        release.complete(periodId);
        return true;
    }

    private static String words(LocalDate until) {
        return until == null ? "–" : until.toString();
    }
}
