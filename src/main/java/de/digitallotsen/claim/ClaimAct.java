package de.digitallotsen.claim;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.AuditedChange;

/** What can be done with a claim, in the order in which it usually happens. */
enum ClaimAct {
    PREPARED,
    REVISED,
    SUBMITTED,
    RETURNED,
    APPROVED,
    PAID;

    /**
     * What the audit trail writes down about it.
     *
     * @param was the status before; null if the claim is new
     */
    AuditedChange audited(Actor actor, Claim claim, ClaimStatus was) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("status", claim.status());
        after.put("amountCents", claim.amountCents());
        if (this == RETURNED) {
            after.put("remark", claim.remark());
        }
        return AuditedChange.of(actor, "claim." + name().toLowerCase(Locale.ROOT), "claim", claim.number())
                .from(was == null ? Map.of() : Map.of("status", was))
                .to(after);
    }
}
