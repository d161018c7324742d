package de.digitallotsen.claim;

/** What can be done with a claim, in the order in which it usually happens. */
public enum ClaimAct {
    /** Gathered by the NSI. */
    PREPARED,
    /** Gathered anew, under the same number. */
    REVISED,
    /** Handed to the Ministry. */
    SUBMITTED,
    /** Sent back by the Ministry, with a remark. */
    RETURNED,
    /** Approved by the Ministry. */
    APPROVED,
    /** The Ministry has noted its payment. */
    PAID;

    /** True if the claim asks for its money from then on: it is submitted and not sent back. */
    boolean leavesClaimed() {
        return this == SUBMITTED || this == APPROVED || this == PAID;
    }
}
