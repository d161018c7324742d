package de.digitallotsen.claim;

import java.time.Clock;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The Ministry notes that the money of an approved claim is on its way. */
@UseCase
public class PayClaim {

    private final Claims claims;
    private final Clock clock;
    private final Event<Audited> changes;

    PayClaim(Claims claims, Clock clock, Event<Audited> changes) {
        this.claims = claims;
        this.clock = clock;
        this.changes = changes;
    }

    /** @throws RefusedException NOT_FOUND, CLAIM_STATUS */
    public void handle(Actor actor, long id) {
        actor.require(Role.MINISTRY);
        Claim claim = claims.lock(id);
        ClaimSearch.hideDraft(actor, claim);
        ClaimStatus was = claim.status();
        claim.pay(actor, clock.instant());
        changes.fire(new ClaimChanged(actor, ClaimChanged.Act.PAID, claim, was));
    }
}
