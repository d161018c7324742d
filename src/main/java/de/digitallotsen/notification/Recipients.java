package de.digitallotsen.notification;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.account.Users;
import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.OutboxMail.Recipient;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.WhoIsTold;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who gets a mail of its own: the person who attends, whoever attended before, and everybody of the Kommune with an
 * active account, so that a deputy knows too.
 */
@ApplicationScoped
class Recipients implements WhoIsTold {

    private final Users users;

    Recipients(Users users) {
        this.users = users;
    }

    List<Recipient> of(Case c) {
        // What it costs to cancel is no matter of those who attend.
        boolean person = !c.facts().isOnlyAboutDeadline();
        return of(
                c.kind(),
                c.registration().kommune().ars(),
                person ? c.participant() : null,
                person ? c.earlierParticipant() : null);
    }

    /** The same, before it happens. */
    @Override
    public List<Told> of(RegistrationEvent.Kind kind, String kommuneArs, Participant person, Participant former) {
        return told(OccasionKind.of(kind)
                .map(occasion -> of(occasion, kommuneArs, person, former))
                .orElse(List.of()));
    }

    static List<Told> told(List<Recipient> recipients) {
        return recipients.stream()
                .map(recipient ->
                        new Told(Group.valueOf(recipient.audience().name()), recipient.name(), recipient.address()))
                .toList();
    }

    private List<Recipient> of(OccasionKind kind, String kommuneArs, Participant person, Participant former) {
        List<Recipient> recipients = new ArrayList<>();
        if (!kind.isForStaffOnly()) {
            addPerson(recipients, Audience.PARTICIPANT, person);
            addPerson(recipients, Audience.FORMER_PARTICIPANT, former);
        }
        if (kind.isForPersonOnly()) {
            return recipients;
        }
        users.list("kommuneArs = ?1 and active = true order by id", kommuneArs)
                .forEach(user -> recipients.add(new Recipient(Audience.STAFF, user.email(), user.name(), null)));
        return recipients;
    }

    /** A person who was made anonymous (R27) has no address any more. */
    private static void addPerson(List<Recipient> recipients, Audience audience, Participant person) {
        if (person != null && person.email() != null && person.email().contains("@")) {
            recipients.add(new Recipient(audience, person.email(), person.fullName(), person.id()));
        }
    }
}
