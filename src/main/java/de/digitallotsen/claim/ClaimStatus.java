package de.digitallotsen.claim;

/**
 * Where a claim stands. Its way is DRAFT → SUBMITTED → APPROVED → PAID; RETURNED leads back to SUBMITTED, and nothing
 * leads back from APPROVED or PAID: a correction goes into the next claim.
 */
public enum ClaimStatus {
    /** Gathered by the NSI; the Ministry does not see it. */
    DRAFT,
    /** The Ministry checks it. */
    SUBMITTED,
    /** Sent back with a remark; the NSI changes it and submits again. */
    RETURNED,
    /** The Ministry will pay. */
    APPROVED,
    /** The Ministry has sent the money. */
    PAID
}
