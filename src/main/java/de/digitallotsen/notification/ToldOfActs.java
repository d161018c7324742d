package de.digitallotsen.notification;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import de.digitallotsen.account.User;
import de.digitallotsen.account.Users;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.Outbox;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.WhoIsTold.Group;
import de.digitallotsen.registration.WhoIsTold.Told;
import de.digitallotsen.registration.WhoWasTold;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads who was written to from the mails; of an act whose mails are not composed yet, from its occasion. */
@ApplicationScoped
class ToldOfActs implements WhoWasTold {

    private final Occasions occasions;
    private final Cases cases;
    private final Recipients recipients;
    private final Outbox outbox;
    private final Users users;

    ToldOfActs(Occasions occasions, Cases cases, Recipients recipients, Outbox outbox, Users users) {
        this.occasions = occasions;
        this.cases = cases;
        this.recipients = recipients;
        this.outbox = outbox;
        this.users = users;
    }

    @Override
    public Optional<List<Told>> ofTheLast(long registrationId, Set<RegistrationEvent.Kind> acts) {
        List<OccasionKind> kinds =
                acts.stream().flatMap(act -> OccasionKind.of(act).stream()).toList();
        return occasions.last(registrationId, kinds).flatMap(this::told);
    }

    private Optional<List<Told>> told(MailOccasion occasion) {
        if (!occasion.isHandled()) {
            return Optional.of(Recipients.told(recipients.of(cases.of(occasion))));
        }
        List<Told> told = outbox.writtenOf(occasion.id()).stream()
                .map(written -> new Told(Group.valueOf(written.audience().name()), name(written), written.address()))
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(told);
    }

    /** Whoever had the address is called as they are called today; who has no account any more by the address. */
    private String name(Outbox.Written written) {
        return written.participantId() == null
                ? users.withEmail(written.address()).map(User::name).orElse(written.address())
                : occasions
                        .getEntityManager()
                        .find(Participant.class, written.participantId())
                        .fullName();
    }
}
