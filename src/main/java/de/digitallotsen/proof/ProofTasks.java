package de.digitallotsen.proof;

import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;

/** What the Ministry has to do about proofs of use: a finished one waits to be accepted. */
@ApplicationScoped
class ProofTasks implements TaskSource {

    private final Proofs proofs;

    ProofTasks(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        return actor.is(Role.MINISTRY)
                ? proofs.waiting().stream()
                        .map(version -> new Task(
                                Messages.text("task.proof", "number", version.number()),
                                "/verwendungsnachweis/" + version.id(),
                                null,
                                false))
                        .toList()
                : List.of();
    }
}
