package de.digitallotsen.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Takes a claim that is there one step further. Its row is locked first: of two who act at once, the second one sees
 * what the first one did.
 */
@ApplicationScoped
class ClaimSteps {

    private final Claims claims;
    private final ClaimHistory history;
    private final Clock clock;
    private final Event<Audited> changes;

    ClaimSteps(Claims claims, ClaimHistory history, Clock clock, Event<Audited> changes) {
        this.claims = claims;
        this.history = history;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param step gets the claim and the instant at which it happens
     * @throws de.digitallotsen.shared.RefusedException NOT_FOUND, for the Ministry also while it is a draft
     */
    void take(Actor actor, long id, ClaimAct act, BiConsumer<Claim, Instant> step) {
        Claim claim = claims.lock(id);
        ClaimSearch.hideDraft(actor, claim);
        ClaimStatus was = claim.status();
        step.accept(claim, clock.instant());
        told(actor, act, claim, was);
    }

    /** Writes the act into the history and tells it. */
    void told(Actor actor, ClaimAct act, Claim claim, ClaimStatus was) {
        history.note(actor, act, claim, clock.instant());
        changes.fire(new ClaimMoved(actor, act, claim, was, act == ClaimAct.PAID ? claims.payment(claim.id()) : null));
    }
}
