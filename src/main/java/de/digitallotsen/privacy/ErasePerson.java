package de.digitallotsen.privacy;

import java.util.Map;
import java.util.TreeMap;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/**
 * A person asks to be forgotten (Art. 17 DSGVO): what nobody has to keep goes at once, the rest on schedule. What was
 * shown is what happens (R29).
 */
@UseCase
public class ErasePerson {

    private final People people;
    private final Proofs proofs;
    private final EntityManager database;
    private final Retention retention;
    private final Event<Audited> changes;

    ErasePerson(People people, Proofs proofs, EntityManager database, Retention retention, Event<Audited> changes) {
        this.people = people;
        this.proofs = proofs;
        this.database = database;
        this.retention = retention;
        this.changes = changes;
    }

    /** @param shown {@link People.Plan#shown} of what was shown; null for a program that takes what there is */
    public record Command(String email, String shown) {}

    /**
     * @return how many by kind
     * @throws de.digitallotsen.shared.InvalidInputException without an address
     * @throws RefusedException ERASURE_CHANGED if it would be something else than was shown, NOTHING_TO_ERASE
     */
    public Map<String, Integer> handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        People.Plan plan = people.plan(actor, command.email());
        if (command.shown() != null && !command.shown().equals(plan.shown())) {
            throw new RefusedException(PrivacyRefusal.ERASURE_CHANGED);
        }
        if (!plan.erases()) {
            throw new RefusedException(PrivacyRefusal.NOTHING_TO_ERASE);
        }
        DeletionRun run = DeletionRun.begin(DeletionRun.Occasion.REQUEST, actor.role(), retention.now());
        run.finish(retention.now());
        database.persist(run);
        String about = ReportPerson.about(people, plan.email());
        Map<String, Integer> erased = new TreeMap<>();
        people.features()
                .forEach(feature ->
                        feature.erase(plan.email()).forEach((kind, count) -> erased.merge(kind, count, Integer::sum)));
        erased.values().removeIf(count -> count == 0);
        Map<String, Object> noted = new TreeMap<>(Map.of("about", about));
        erased.forEach((kind, count) -> {
            proofs.onRequest(run.id(), kind, count);
            noted.put(Messages.label("deletion." + kind), count);
        });
        changes.fire(
                AuditedChange.of(actor, "person.erased", "deletion", run.id()).to(noted));
        return erased;
    }
}
