package de.digitallotsen.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.claim.Deadlines;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Money that does not move although it could: people wait for it while it is free, or a seminar is over and nobody has
 * settled it. No names (R25).
 */
@ApplicationScoped
class MoneyTasks implements TaskSource {

    private final EntityManager database;
    private final Deadlines deadlines;
    private final Clock clock;

    MoneyTasks(EntityManager database, Deadlines deadlines, Clock clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        if (actor.is(Role.NSI) || actor.is(Role.MINISTRY)) {
            tasks.addAll(waitingWhileMoneyIsFree());
        }
        // The NSI has a task for each of them.
        if (actor.is(Role.MINISTRY)) {
            tasks.addAll(notClosed());
        }
        return tasks;
    }

    /** Nobody moves up of themselves after the deadline, or while first persons come first. */
    @SuppressWarnings("unchecked")
    private List<Task> waitingWhileMoneyIsFree() {
        List<Object[]> periods = database.createNativeQuery(
                        "select p.name, b.allocated_cents - b.reserved_cents - b.spent_cents as available, count(*)"
                                + " from registration r join budget b on b.period_id = r.period_id"
                                + " join funding_period p on p.id = b.period_id where r.status = 'WAITING'"
                                + " and r.waiting_reason = 'FUNDS'"
                                + " and r.subsidy_cents <= b.allocated_cents - b.reserved_cents - b.spent_cents"
                                + " group by p.id, p.name, available order by p.id")
                .getResultList();
        return periods.stream()
                .map(row -> new Task(
                        Messages.text(
                                "task.money-free",
                                "period",
                                row[0],
                                "available",
                                new Money(((Number) row[1]).longValue()),
                                "waiting",
                                ((Number) row[2]).intValue()),
                        "/budget#warten",
                        null,
                        false))
                .toList();
    }

    private List<Task> notClosed() {
        LocalDate due = SystemClock.today(clock).minusDays(deadlines.closeWithinDays());
        int seminars = ((Number) database.createNativeQuery(
                                "select count(*) from seminar s where s.status = 'PUBLISHED'" + " and s.last_day < ?1")
                        .setParameter(1, due)
                        .getSingleResult())
                .intValue();
        return seminars == 0
                ? List.of()
                : List.of(new Task(
                        Messages.text("task.not-closed", "seminars", seminars, "days", deadlines.closeWithinDays()),
                        "/budget",
                        null,
                        true));
    }
}
