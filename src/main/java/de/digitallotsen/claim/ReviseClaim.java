package de.digitallotsen.claim;

import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/** The NSI gathers the lines of a draft or of a claim that was sent back anew. Its number stays. */
@UseCase
public class ReviseClaim {

    private final Claims claims;
    private final ClaimSteps steps;

    ReviseClaim(Claims claims, ClaimSteps steps) {
        this.claims = claims;
        this.steps = steps;
    }

    /**
     * @param seminars whose money; null or empty means all
     * @throws RefusedException NOT_FOUND, CLAIM_STATUS unless it is a draft or was sent back, NOTHING_TO_CLAIM,
     *     CLAIM_NOT_POSITIVE
     */
    public void handle(Actor actor, long id, List<Long> seminars) {
        actor.require(Role.NSI);
        steps.take(actor, id, ClaimAct.REVISED, (claim, now) -> {
            claims.lockGathering(claim.period());
            claim.requireOpen();
            claims.letGo(id);
            List<Long> entries = claims.openEntries(claim.period().id(), seminars == null ? List.of() : seminars);
            Claim.Sums sums = claims.sums(claim.period().id(), id, entries);
            PrepareClaim.check(entries, sums);
            claims.gather(id, entries);
            claim.revise(actor, sums, now);
        });
    }
}
