package de.digitallotsen.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;

/** What the NSI and the Ministry have to do about claims: each step of one waits for somebody. */
@ApplicationScoped
class ClaimTasks implements TaskSource {

    private final ClaimSearch search;

    ClaimTasks(ClaimSearch search) {
        this.search = search;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        if (actor.is(Role.NSI)) {
            search.waiting(actor, List.of(ClaimStatus.RETURNED, ClaimStatus.DRAFT))
                    .forEach(claim -> tasks.add(task(claim)));
            search.openSums(actor).stream()
                    .filter(open -> open.amountCents() > 0)
                    .forEach(open -> tasks.add(task(open)));
        } else if (actor.is(Role.MINISTRY)) {
            search.waiting(actor, List.of(ClaimStatus.SUBMITTED, ClaimStatus.APPROVED)).stream()
                    // Whoever approved it has done their part (R33).
                    .filter(claim -> !Objects.equals(claim.approvedBy(), actor.userId()))
                    .forEach(claim -> tasks.add(task(claim)));
        }
        return tasks;
    }

    private static Task task(ClaimSearch.Waiting claim) {
        String text = Messages.text(
                "task.claim." + claim.status(), "number", claim.number(), "amount", new Money(claim.amountCents()));
        return new Task(text, "/mittelabrufe/" + claim.id(), null, false);
    }

    private static Task task(ClaimSearch.OpenSum open) {
        return new Task(
                Messages.text("task.claim-open", "amount", new Money(open.amountCents()), "period", open.period()),
                "/mittelabrufe?zeitraum=" + open.periodId(),
                null,
                false);
    }
}
