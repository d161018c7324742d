package de.digitallotsen.claim;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.OverriddenChange;

/**
 * Something happened to a claim.
 *
 * @param was its status before; null if it is new
 */
record ClaimChanged(Actor actor, Act act, Claim claim, ClaimStatus was) implements OverriddenChange {

    /** What happened. */
    enum Act {
        PREPARED,
        REVISED,
        SUBMITTED,
        RETURNED,
        APPROVED,
        PAID
    }

    @Override
    public String action() {
        return "claim." + act.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String subjectType() {
        return "claim";
    }

    @Override
    public String subjectId() {
        return claim.number();
    }

    @Override
    public Map<String, Object> before() {
        return was == null ? Map.of() : Map.of("status", was);
    }

    @Override
    public Map<String, Object> after() {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("status", claim.status());
        after.put("amountCents", claim.amountCents());
        if (act == Act.RETURNED) {
            after.put("remark", claim.remark());
        }
        return after;
    }
}
