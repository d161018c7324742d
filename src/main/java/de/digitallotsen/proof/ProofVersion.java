package de.digitallotsen.proof;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import de.digitallotsen.claim.ClaimRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;

/**
 * A stored version of a proof of use, without its files. Amounts are cents.
 *
 * @param number without a gap (R34)
 * @param version 1, 2, 3 … within the period
 * @param narrative as it was typed; null where there is none
 * @param pdfSha256 of the file itself, as is that of the workbook
 * @param acceptedAt null until the Ministry has accepted it, as are account and remark
 * @param newest there is no later version
 */
public record ProofVersion(
        long id,
        long periodId,
        String number,
        int version,
        boolean draft,
        long spentCents,
        long paidCents,
        String narrative,
        String place,
        String producerName,
        String pdfSha256,
        String xlsxSha256,
        Instant producedAt,
        Long producedBy,
        Instant acceptedAt,
        Long acceptedBy,
        String remark,
        boolean newest) {

    /** The Ministry has accepted it. */
    public boolean accepted() {
        return acceptedAt != null;
    }

    /** The paragraphs of the narrative; empty where there is none. */
    public List<String> paragraphs() {
        return edition().paragraphs();
    }

    /** The same as a document. */
    ProofOfUse.Edition edition() {
        return new ProofOfUse.Edition(number, version, narrative, place, producerName);
    }

    /** Why this one cannot be accepted by the one who asks (R33); empty if it can. */
    public Optional<RefusedException> refusalToAccept(Actor actor) {
        if (accepted()) {
            return Optional.of(new RefusedException(ProofRefusal.PROOF_ACCEPTED, "number", number));
        }
        if (draft) {
            return Optional.of(new RefusedException(ProofRefusal.PROOF_DRAFT, "number", number));
        }
        if (!newest) {
            return Optional.of(new RefusedException(ProofRefusal.PROOF_SUPERSEDED, "number", number));
        }
        return Objects.equals(producedBy, actor.userId())
                ? Optional.of(new RefusedException(
                        ClaimRefusal.FOUR_EYES, "reason", Messages.text("proof.four-eyes", "number", number)))
                : Optional.empty();
    }
}
