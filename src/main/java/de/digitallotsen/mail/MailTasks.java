package de.digitallotsen.mail;

import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Mails that failed are a task for the NSI: nobody else would notice. */
@ApplicationScoped
class MailTasks implements TaskSource {

    private final Outbox outbox;

    MailTasks(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        long failed = actor.is(Role.NSI) ? outbox.backlog().failed() : 0;
        return failed == 0
                ? List.of()
                : List.of(new Task(
                        Messages.text(failed == 1 ? "task.mail-failed" : "task.mails-failed", "number", failed),
                        "/mails?status=FAILED",
                        null,
                        true));
    }
}
