package de.digitallotsen.claim;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The NSI gathers the lines of a draft or of a claim that was sent back anew. Its number stays. */
@UseCase
public class ReviseClaim {

    private final Claims claims;
    private final Clock clock;
    private final Event<Audited> changes;

    ReviseClaim(Claims claims, Clock clock, Event<Audited> changes) {
        this.claims = claims;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param seminars whose money; null or empty means all
     * @throws RefusedException NOT_FOUND, CLAIM_STATUS, NOTHING_TO_CLAIM, CLAIM_NOT_POSITIVE
     */
    public void handle(Actor actor, long id, List<Long> seminars) {
        actor.require(Role.NSI);
        Claim claim = claims.lock(id);
        claims.lockGathering(claim.period());
        ClaimStatus was = claim.status();
        claim.requireOpen();
        claims.letGo(id);
        List<Long> entries = claims.openEntries(claim.period().id(), seminars == null ? List.of() : seminars);
        Claim.Position position = claims.position(claim.period().id(), id, entries);
        PrepareClaim.check(entries, position);
        claims.hold(id, entries);
        claim.revise(actor, position, clock.instant());
        changes.fire(new ClaimChanged(actor, ClaimChanged.Act.REVISED, claim, was));
    }
}
