package de.digitallotsen.proof;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;

/**
 * A version of a proof of use was issued or accepted; told inside the transaction.
 *
 * @param draft something is missing in it
 * @param values what the audit trail writes down
 */
public record ProofChanged(
        Actor actor, Act act, long periodId, String number, boolean draft, Map<String, Object> values)
        implements Audited {

    /** What was done. */
    public enum Act {
        PRODUCED,
        ACCEPTED
    }

    static ProofChanged produced(Actor actor, ProofOfUse proof, Map<String, Object> hashes) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("proofVersion", proof.edition().version());
        values.put("draft", proof.draft());
        values.put("allocatedCents", proof.granted());
        values.put("spentCents", proof.spent());
        values.put("paidCents", proof.paid());
        values.putAll(hashes);
        return new ProofChanged(
                actor, Act.PRODUCED, proof.period().id(), proof.edition().number(), proof.draft(), values);
    }

    static ProofChanged accepted(Actor actor, ProofVersion version, String remark) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pdfSha256", version.pdfSha256());
        values.put("spentCents", version.spentCents());
        values.put("remark", remark);
        return new ProofChanged(actor, Act.ACCEPTED, version.periodId(), version.number(), false, values);
    }

    @Override
    public AuditedChange audited() {
        return AuditedChange.of(actor, "proof." + act.name().toLowerCase(Locale.ROOT), "proof", number)
                .to(values);
    }
}
