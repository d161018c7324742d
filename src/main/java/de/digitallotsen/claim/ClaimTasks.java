package de.digitallotsen.claim;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the NSI and the Ministry have to do about claims: each step of one waits for somebody, and what takes too long
 * ({@link Deadlines}) both of them see.
 */
@ApplicationScoped
class ClaimTasks implements TaskSource {

    private final ClaimSearch search;
    private final Deadlines deadlines;
    private final Clock clock;

    ClaimTasks(ClaimSearch search, Deadlines deadlines, Clock clock) {
        this.search = search;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        return actor.is(Role.NSI) ? ofNsi(actor) : actor.is(Role.MINISTRY) ? ofMinistry(actor) : List.of();
    }

    private List<Task> ofNsi(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        search.waiting(actor, List.of(ClaimStatus.RETURNED, ClaimStatus.DRAFT)).stream()
                .map(claim -> task("task.claim." + claim.status(), claim, null))
                .forEach(tasks::add);
        search.openSums(actor).stream()
                .filter(open -> open.amountCents() > 0)
                .map(this::task)
                .forEach(tasks::add);
        search.waiting(actor, List.of(ClaimStatus.SUBMITTED, ClaimStatus.APPROVED)).stream()
                .map(claim -> task("task.claim-unpaid", claim, due(claim.submittedAt(), deadlines.payWithinDays())))
                .filter(Task::overdue)
                .forEach(tasks::add);
        return tasks;
    }

    private List<Task> ofMinistry(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        search.waiting(actor, List.of(ClaimStatus.SUBMITTED, ClaimStatus.APPROVED)).stream()
                // Whoever approved it has done their part (R33).
                .filter(claim -> !Objects.equals(claim.approvedBy(), actor.userId()))
                .map(claim -> task(
                        "task.claim." + claim.status(), claim, due(claim.submittedAt(), deadlines.payWithinDays())))
                .forEach(tasks::add);
        search.openSums(actor).stream()
                .filter(open -> open.amountCents() > 0)
                .map(this::task)
                .filter(Task::overdue)
                .forEach(tasks::add);
        return tasks;
    }

    private static LocalDate due(Instant since, int days) {
        return German.berlinDay(since).plusDays(days);
    }

    private Task task(String key, ClaimSearch.Waiting claim, LocalDate due) {
        return task(
                Messages.text(key, "number", claim.number(), "amount", new Money(claim.amountCents())),
                "/mittelabrufe/" + claim.id(),
                due);
    }

    private Task task(ClaimSearch.OpenSum open) {
        return task(
                Messages.text("task.claim-open", "amount", new Money(open.amountCents()), "period", open.period()),
                "/mittelabrufe?zeitraum=" + open.periodId(),
                due(open.since(), deadlines.claimAfterDays()));
    }

    private Task task(String text, String href, LocalDate due) {
        boolean overdue = due != null && SystemClock.today(clock).isAfter(due);
        return new Task(overdue ? Messages.text("task.overdue", "day", due, "task", text) : text, href, due, overdue);
    }
}
