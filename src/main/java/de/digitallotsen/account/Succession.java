package de.digitallotsen.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.digitallotsen.kommune.KommuneAccounts;
import de.digitallotsen.kommune.KommunenMerged;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Whoever belongs to a Kommune that ends goes over to its successor (R2), as the preview of the import has said. */
@ApplicationScoped
class Succession implements KommuneAccounts {

    private final Users users;
    private final Invitations invitations;
    private final Event<Audited> changes;

    Succession(Users users, Invitations invitations, Event<Audited> changes) {
        this.users = users;
        this.invitations = invitations;
        this.changes = changes;
    }

    @Override
    public Map<String, List<String>> of(Collection<String> ars) {
        Map<String, List<String>> accounts = new TreeMap<>();
        if (!ars.isEmpty()) {
            users.list("kommuneArs in ?1 order by kommuneArs, name, id", ars)
                    .forEach(user -> accounts.computeIfAbsent(user.kommuneArs(), key -> new ArrayList<>())
                            .add(user.name() + ", " + EmailAddress.shown(user.email())));
        }
        return accounts;
    }

    void follow(@Observes KommunenMerged event) {
        users.list("kommuneArs in ?1 order by id", event.predecessors()).forEach(user -> {
            String before = user.kommuneArs();
            user.moveTo(event.successorArs());
            changes.fire(AccountChanges.moved(event.actor(), user, before));
        });
        invitations
                .list("kommuneArs in ?1 and acceptedAt is null", event.predecessors())
                .forEach(invitation -> invitation.moveTo(event.successorArs()));
    }
}
