package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Registrations from before that turned out to be of one person, although a person has only one (R4, R37, adr/0050).
 * Both keep their places until somebody cancels one or names another person: nothing was merged.
 */
@ApplicationScoped
class RegistrationConflicts implements TaskSource {

    private final EntityManager database;

    RegistrationConflicts(EntityManager database) {
        this.database = database;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> tasks(Actor actor) {
        if (!actor.is(Role.NSI)) {
            return List.of();
        }
        // Somebody else may have taken over one of them since: then they are two people after all.
        List<Object[]> open = database.createNativeQuery(
                        "select o.reference, k.reference from registration_conflict c join registration o"
                                + " on o.id = c.other_id join registration k on k.id = c.kept_id"
                                + " where o.live_person is not null and k.live_person is not null"
                                + " and not exists (select 1 from registration_event e where e.registration_id"
                                + " in (o.id, k.id) and e.kind = 'SUBSTITUTED' and e.at > c.noted_at)"
                                + " order by o.id")
                .getResultList();
        return open.stream()
                .map(row -> new Task(
                        Messages.text(
                                "task.registration-conflict",
                                "other",
                                Reference.spoken((String) row[0]),
                                "kept",
                                Reference.spoken((String) row[1])),
                        "/anmeldungen/" + row[0],
                        null,
                        true))
                .toList();
    }
}
