package de.digitallotsen.claim;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/** The Ministry approves a submitted claim: somebody else than the one who prepared or submitted it (R33). */
@UseCase
public class ApproveClaim {

    private final ClaimSteps steps;

    ApproveClaim(ClaimSteps steps) {
        this.steps = steps;
    }

    /** @throws RefusedException NOT_FOUND, CLAIM_STATUS unless it is submitted, FOUR_EYES (R33) */
    public void handle(Actor actor, long id) {
        actor.require(Role.MINISTRY);
        steps.take(actor, id, ClaimAct.APPROVED, (claim, now) -> claim.approve(actor, now));
    }
}
