package de.digitallotsen.account;

import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Accounts from before that turned out to have the same address (R37, adr/0050): whoever looks after them has to say
 * which of them stays. Nothing was merged. Locking one of them ends the task.
 */
@ApplicationScoped
class AccountConflicts implements TaskSource {

    private final EntityManager database;

    AccountConflicts(EntityManager database) {
        this.database = database;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> tasks(Actor actor) {
        if (!actor.is(Role.NSI) && !actor.is(Role.MINISTRY)) {
            return List.of();
        }
        List<Object[]> open = database.createNativeQuery(
                        "select o.id, o.name, k.name, o.email, o.role from account_conflict c join user_account o"
                                + " on o.id = c.other_id join user_account k on k.id = c.kept_id"
                                + " where o.active and k.active order by o.id")
                .getResultList();
        return open.stream()
                .filter(row -> AccountCare.rolesOf(actor).contains(Role.valueOf((String) row[4])))
                .map(row -> new Task(
                        Messages.text("task.account-conflict", "other", row[1], "kept", row[2], "email", row[3]),
                        "/zugaenge/" + row[0],
                        null,
                        true))
                .toList();
    }
}
