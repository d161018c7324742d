package de.digitallotsen.proof;

import java.time.Clock;

import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The Ministry accepts a finished proof of use with a remark: somebody else than who produced it (R33). */
@UseCase
public class AcceptProof {

    public static final int LONGEST_REMARK = 1_000;

    private final Proofs proofs;
    private final ClaimSearch search;
    private final Clock clock;
    private final Event<Audited> changes;

    AcceptProof(Proofs proofs, ClaimSearch search, Clock clock, Event<Audited> changes) {
        this.proofs = proofs;
        this.search = search;
        this.clock = clock;
        this.changes = changes;
    }

    /** @param remark the examination note; 1 to {@value #LONGEST_REMARK} characters */
    public record Command(String remark) {}

    /**
     * @throws RefusedException NOT_FOUND; PROOF_DRAFT, PROOF_SUPERSEDED if there is a newer version, PROOF_ACCEPTED,
     *     FOUR_EYES (R33)
     */
    public void handle(Actor actor, long id, Command command) {
        actor.require(Role.MINISTRY);
        Input input = new Input();
        String remark = input.required("remark", "Prüfvermerk", command.remark(), LONGEST_REMARK);
        ProofVersion seen = require(id);
        input.throwIfWrong();
        proofs.lock(search.period(seen.periodId()));
        ProofVersion version = require(id);
        version.refusalToAccept(actor).ifPresent(refused -> {
            throw refused;
        });
        proofs.accept(new StoredAcceptance(id, clock.instant(), actor.userId(), remark));
        changes.fire(ProofChanged.accepted(actor, version, remark));
    }

    private ProofVersion require(long id) {
        return proofs.one(id).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }
}
