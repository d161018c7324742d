package de.digitallotsen.notification;

import java.time.LocalDate;

import de.digitallotsen.claim.ClaimAct;
import de.digitallotsen.claim.ClaimMoved;

/**
 * What happened to a claim, as it was then.
 *
 * @param remark why it was sent back; null otherwise
 * @param valueDate when it was paid; null otherwise, like the reference
 */
record ClaimFacts(long claimId, String number, long amountCents, String remark, LocalDate valueDate, String reference) {

    static ClaimFacts of(ClaimMoved moved) {
        return new ClaimFacts(
                moved.claim().id(),
                moved.claim().number(),
                moved.claim().amountCents(),
                moved.act() == ClaimAct.RETURNED ? moved.claim().remark() : null,
                moved.payment() == null ? null : moved.payment().valueDate(),
                moved.payment() == null ? null : moved.payment().reference());
    }
}
