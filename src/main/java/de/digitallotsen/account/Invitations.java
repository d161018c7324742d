package de.digitallotsen.account;

import java.time.Clock;
import java.time.Instant;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The invitations. */
@ApplicationScoped
public class Invitations implements PanacheRepository<Invitation> {

    private final Clock clock;

    Invitations(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws RefusedException INVITATION_NOT_VALID if the link is unknown, used or too old: all three look the same
     */
    public Invitation requireUsable(String token) {
        Instant now = clock.instant();
        return find("tokenHash", Hashes.sha256(token))
                .firstResultOptional()
                .filter(invitation -> invitation.isUsable(now))
                .orElseThrow(() -> new RefusedException(AccessRefusal.INVITATION_NOT_VALID));
    }
}
