package de.digitallotsen.claim;

import java.time.Clock;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The Ministry sends a claim back and says why. */
@UseCase
public class ReturnClaim {

    /** Longest remark, in characters. */
    public static final int LONGEST_REMARK = 1000;

    private final Claims claims;
    private final Clock clock;
    private final Event<Audited> changes;

    ReturnClaim(Claims claims, Clock clock, Event<Audited> changes) {
        this.claims = claims;
        this.clock = clock;
        this.changes = changes;
    }

    /** @throws RefusedException NOT_FOUND, CLAIM_STATUS */
    public void handle(Actor actor, long id, String remark) {
        actor.require(Role.MINISTRY);
        Claim claim = claims.lock(id);
        ClaimSearch.hideDraft(actor, claim);
        Input input = new Input();
        String checked = input.required("remark", "Bemerkung", remark, LONGEST_REMARK);
        input.throwIfWrong();
        ClaimStatus was = claim.status();
        claim.sendBack(actor, checked, clock.instant());
        changes.fire(new ClaimChanged(actor, ClaimChanged.Act.RETURNED, claim, was));
    }
}
