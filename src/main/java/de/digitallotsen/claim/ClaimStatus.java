package de.digitallotsen.claim;

/** Where a claim stands. */
public enum ClaimStatus {
    /** Gathered by the NSI; the Ministry does not see it. */
    DRAFT,
    /** The Ministry checks it. */
    SUBMITTED,
    /** Sent back with a remark; the NSI changes it and submits again. */
    RETURNED,
    /** The Ministry will pay. */
    APPROVED,
    PAID
}
