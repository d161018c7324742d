package de.digitallotsen.proof;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;

/** What keeps a proof of use from being more than a draft, in sentences that say what to do. */
final class Missing {

    private Missing() {}

    /**
     * What the portal itself can see; whether there is a narrative is known only once one is issued.
     *
     * @param open registrations that keep a seat and are not settled
     */
    static List<String> in(ProofOfUse proof, boolean ended, long open) {
        List<String> missing = new ArrayList<>();
        if (!ended) {
            missing.add(Messages.text(
                    "proof.missing.ended", "day", German.date(proof.period().lastDay())));
        }
        if (proof.plan() == null) {
            missing.add(Messages.text("proof.missing.plan"));
        }
        if (open > 0) {
            missing.add(Messages.text("proof.missing.open", "n", (int) open));
        }
        if (proof.unclaimed() > 0) {
            missing.add(Messages.text("proof.missing.unclaimed", "amount", new Money(proof.unclaimed())));
        }
        if (proof.unclaimed() < 0) {
            missing.add(Messages.text("proof.missing.overclaimed", "amount", new Money(-proof.unclaimed())));
        }
        if (proof.asked() > proof.paid()) {
            missing.add(Messages.text("proof.missing.unpaid", "amount", new Money(proof.asked() - proof.paid())));
        }
        return missing;
    }

    /** The same for what is issued: with a narrative, or it says that there is none. */
    static ProofOfUse withoutNarrative(ProofOfUse proof) {
        List<String> missing = new ArrayList<>(proof.missing());
        missing.add(Messages.text("proof.missing.narrative"));
        return proof.lacking(missing);
    }
}
