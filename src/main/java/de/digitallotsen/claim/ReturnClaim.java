package de.digitallotsen.claim;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/** The Ministry sends a claim back and says why. */
@UseCase
public class ReturnClaim {

    /** Longest remark, in characters. */
    public static final int LONGEST_REMARK = 1000;

    private final ClaimSteps steps;

    ReturnClaim(ClaimSteps steps) {
        this.steps = steps;
    }

    /**
     * @param remark what the NSI has to change; 1 to {@value #LONGEST_REMARK} characters
     * @throws RefusedException NOT_FOUND, CLAIM_STATUS unless it is submitted
     */
    public void handle(Actor actor, long id, String remark) {
        actor.require(Role.MINISTRY);
        steps.take(actor, id, ClaimAct.RETURNED, (claim, now) -> claim.sendBack(actor, check(remark), now));
    }

    private static String check(String remark) {
        Input input = new Input();
        String checked = input.required("remark", "Bemerkung", remark, LONGEST_REMARK);
        input.throwIfWrong();
        return checked;
    }
}
