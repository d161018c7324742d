package de.digitallotsen.claim;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;

/**
 * Something was done with a claim. Fired in the transaction of the act; whoever sends mails observes it.
 *
 * @param was the status before; null if the claim is new
 * @param payment what was paid; null for every other act
 */
public record ClaimMoved(Actor actor, ClaimAct act, Claim claim, ClaimStatus was, ClaimPayment payment)
        implements Audited {

    @Override
    public AuditedChange audited() {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("status", claim.status());
        after.put("amountCents", claim.amountCents());
        if (act == ClaimAct.RETURNED) {
            after.put("remark", claim.remark());
        }
        if (payment != null) {
            after.put("valueDate", payment.valueDate());
            after.put("paymentReference", payment.reference());
        }
        return AuditedChange.of(actor, "claim." + act.name().toLowerCase(Locale.ROOT), "claim", claim.number())
                .from(was == null ? Map.of() : Map.of("status", was))
                .to(after);
    }
}
