package de.digitallotsen.claim;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/** The Ministry notes that the money of an approved claim is on its way: somebody else than who approved it (R33). */
@UseCase
public class PayClaim {

    private final ClaimSteps steps;

    PayClaim(ClaimSteps steps) {
        this.steps = steps;
    }

    /** @throws RefusedException NOT_FOUND, CLAIM_STATUS unless it is approved, FOUR_EYES (R33) */
    public void handle(Actor actor, long id) {
        actor.require(Role.MINISTRY);
        steps.take(actor, id, ClaimAct.PAID, (claim, now) -> claim.pay(actor, now));
    }
}
