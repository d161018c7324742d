package de.digitallotsen.claim;

import de.digitallotsen.shared.Refusal;

/** Why something cannot be done with a claim. */
public enum ClaimRefusal implements Refusal {
    /** Nothing is spent that is not yet claimed. */
    NOTHING_TO_CLAIM,
    /** Corrections take back as much as was spent, or more. */
    CLAIM_NOT_POSITIVE,
    /** It is submitted, approved or paid, or not yet. */
    CLAIM_STATUS,
    /** Attendance was corrected since it was gathered. */
    CLAIM_OUTDATED,
    /** Whoever prepared or submitted it does not approve it, and whoever approved it does not mark it paid (R33). */
    FOUR_EYES,
    /** What was paid is not what the claim asks for. */
    AMOUNT_DIFFERS,
    /** Without account, holder and Aktenzeichen nobody can pay. */
    RECIPIENT_MISSING
}
