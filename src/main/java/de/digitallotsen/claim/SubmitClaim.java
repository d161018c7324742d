package de.digitallotsen.claim;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/** The NSI hands a claim to the Ministry. From then on its lines stay. */
@UseCase
public class SubmitClaim {

    private final Claims claims;
    private final ClaimSteps steps;
    private final Recipient recipient;

    SubmitClaim(Claims claims, ClaimSteps steps, Recipient recipient) {
        this.claims = claims;
        this.steps = steps;
        this.recipient = recipient;
    }

    /**
     * @throws RefusedException NOT_FOUND, CLAIM_STATUS unless it is a draft or was sent back, CLAIM_OUTDATED if a
     *     correction is missing in it, RECIPIENT_MISSING unless the settings say whom to pay
     */
    public void handle(Actor actor, long id) {
        actor.require(Role.NSI);
        steps.take(actor, id, ClaimAct.SUBMITTED, (claim, now) -> {
            claims.lockGathering(claim.period());
            claim.requireOpen();
            Claim.throwIf(recipient.refusalToSubmit());
            if (claims.hasOpenCorrections(claim.period().id())) {
                throw new RefusedException(ClaimRefusal.CLAIM_OUTDATED, "number", claim.number());
            }
            claim.submit(actor, claims.sums(claim.period().id(), id, claims.entriesOf(id)), now);
        });
    }
}
