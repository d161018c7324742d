package de.digitallotsen.privacy;

import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Notes that somebody fetches everything that is kept about a person (Art. 15 DSGVO). The trail names the person's
 * registrations and account, never the person: what leads to the person there ends with the schedule.
 */
@UseCase
public class ReportPerson {

    private final People people;
    private final Event<Audited> changes;

    ReportPerson(People people, Event<Audited> changes) {
        this.people = people;
        this.changes = changes;
    }

    /** @throws de.digitallotsen.shared.InvalidInputException without an address */
    public void handle(Actor actor, String email) {
        actor.require(Role.NSI);
        String checked = People.checked(email);
        changes.fire(AuditedChange.of(actor, "person.reported", "person", "-").to("about", about(people, checked)));
    }

    static String about(People people, String email) {
        return people.subjects(email).stream()
                .map(subject -> subject.type() + " " + subject.id())
                .collect(Collectors.joining(", "));
    }
}
