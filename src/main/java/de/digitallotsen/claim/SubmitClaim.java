package de.digitallotsen.claim;

import java.time.Clock;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The NSI hands a claim to the Ministry. From then on its lines stay. */
@UseCase
public class SubmitClaim {

    private final Claims claims;
    private final Clock clock;
    private final Event<Audited> changes;

    SubmitClaim(Claims claims, Clock clock, Event<Audited> changes) {
        this.claims = claims;
        this.clock = clock;
        this.changes = changes;
    }

    /** @throws RefusedException NOT_FOUND, CLAIM_STATUS, CLAIM_OUTDATED if a correction is missing in it */
    public void handle(Actor actor, long id) {
        actor.require(Role.NSI);
        Claim claim = claims.lock(id);
        claims.lockGathering(claim.period());
        ClaimStatus was = claim.status();
        claim.requireOpen();
        if (claims.hasOpenCorrections(claim.period().id())) {
            throw new RefusedException(ClaimRefusal.CLAIM_OUTDATED, "number", claim.number());
        }
        claim.submit(actor, claims.position(claim.period().id(), id, claims.entriesOf(id)), clock.instant());
        changes.fire(new ClaimChanged(actor, ClaimChanged.Act.SUBMITTED, claim, was));
    }
}
