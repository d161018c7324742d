package de.digitallotsen.notification;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.account.Users;
import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.OutboxMail.Recipient;
import de.digitallotsen.registration.Participant;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who gets a mail of its own: the person who attends, whoever attended before, and everybody of the Kommune with an
 * active account, so that a deputy knows too.
 */
@ApplicationScoped
class Recipients {

    private final Users users;

    Recipients(Users users) {
        this.users = users;
    }

    List<Recipient> of(Case c) {
        List<Recipient> recipients = new ArrayList<>();
        if (!c.kind().isForStaffOnly() && !c.facts().isOnlyAboutDeadline()) {
            addPerson(recipients, Audience.PARTICIPANT, c.participant());
            addPerson(recipients, Audience.FORMER_PARTICIPANT, c.earlierParticipant());
        }
        if (c.kind().isForPersonOnly()) {
            return recipients;
        }
        users.list(
                        "kommuneArs = ?1 and active = true order by id",
                        c.registration().kommune().ars())
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
