package de.digitallotsen.proof;

import java.util.List;
import java.util.Map;

import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ActorNames;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Happenings;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * The NSI issues a version of the proof of use of a period. It is a draft as long as something is missing, and stays as
 * it was issued (R36). The number is drawn first: who issues at the same time waits, and a failure leaves no gap (R34).
 */
@UseCase
public class ProduceProof {

    /** About five pages. */
    public static final int LONGEST_NARRATIVE = 15_000;

    public static final int LONGEST_PLACE = 80;

    private final ClaimSearch search;
    private final ProofFacts facts;
    private final Proofs proofs;
    private final ProofFiles files;
    private final ActorNames names;
    private final Happenings happenings;
    private final Event<Audited> changes;

    ProduceProof(
            ClaimSearch search,
            ProofFacts facts,
            Proofs proofs,
            ProofFiles files,
            ActorNames names,
            Happenings happenings,
            Event<Audited> changes) {
        this.search = search;
        this.facts = facts;
        this.proofs = proofs;
        this.files = files;
        this.names = names;
        this.happenings = happenings;
        this.changes = changes;
    }

    /**
     * @param periodId null means the current one
     * @param narrative Sachbericht: paragraphs of plain text, at most {@value #LONGEST_NARRATIVE} characters; without
     *     one it is a draft
     * @param place of the declaration; 1 to {@value #LONGEST_PLACE} characters
     */
    public record Command(Long periodId, String narrative, String place) {}

    /**
     * @return its id; 0 where it is only rehearsed
     * @throws RefusedException NOT_FOUND, PROOF_NOT_RECONCILED, BUSY if too many are printed at once
     */
    public long handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        Input input = new Input();
        String narrative = input.optionalLines("narrative", "Sachbericht", command.narrative(), LONGEST_NARRATIVE);
        String place = input.required("place", "Ort", command.place(), LONGEST_PLACE);
        input.throwIfWrong();
        FundingPeriod period = search.period(command.periodId());
        boolean rehearsed = happenings.areRehearsed();
        Proofs.Next next = proofs.next(period, !rehearsed);
        ProofOfUse now = facts.now(period, false);
        ProofOfUse proof = (narrative == null ? Missing.withoutNarrative(now) : now)
                .as(new ProofOfUse.Edition(next.number(), next.version(), narrative, place, nameOf(actor)));
        if (rehearsed) {
            changes.fire(ProofChanged.produced(actor, proof, Map.of()));
            return 0;
        }
        Proofs.Files made = files.of(proof);
        long id = proofs.keep(proof, made, actor.userId());
        changes.fire(ProofChanged.produced(
                actor,
                proof,
                Map.of("pdfSha256", Hashes.sha256(made.pdf()), "xlsxSha256", Hashes.sha256(made.xlsx()))));
        return id;
    }

    private String nameOf(Actor actor) {
        return names.of(List.of(actor.userId())).getOrDefault(actor.userId(), "");
    }
}
