package de.digitallotsen.claim;

import java.util.List;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
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

    /** Whatever somebody else has gathered in between. */
    public void handle(Actor actor, long id, List<Long> seminars) {
        handle(actor, id, null, seminars);
    }

    /**
     * @param version the version that was read; another one means that somebody was faster; null gathers anew whatever
     *     stands there
     * @param seminars whose money; null or empty means all
     * @throws RefusedException NOT_FOUND, CLAIM_STATUS unless it is a draft or was sent back, STALE, NOTHING_TO_CLAIM,
     *     CLAIM_NOT_POSITIVE
     */
    public void handle(Actor actor, long id, Integer version, List<Long> seminars) {
        actor.require(Role.NSI);
        steps.take(actor, id, ClaimAct.REVISED, (claim, now) -> {
            claims.lockGathering(claim.period());
            claim.requireOpen();
            if (version != null && claim.version() != version) {
                throw new RefusedException(AccessRefusal.STALE, "changedAt", Messages.text("stale.since-opened"));
            }
            claims.letGo(id);
            List<Long> entries = claims.openEntries(claim.period().id(), seminars == null ? List.of() : seminars);
            Claim.Sums sums = claims.sums(claim.period().id(), id, entries);
            PrepareClaim.check(entries, sums);
            claims.gather(id, entries);
            claim.revise(actor, sums, now);
        });
    }
}
