package de.digitallotsen.proof;

import de.digitallotsen.shared.Refusal;

/** Why something cannot be done with a financing plan or a proof of use. */
public enum ProofRefusal implements Refusal {
    /** Ledger, totals and lists of a proof of use do not agree. */
    PROOF_NOT_RECONCILED,
    /** The period has begun: a change of the plan needs a reason (R36). */
    PLAN_FROZEN,
    /** Something is missing in it: a draft is not accepted. */
    PROOF_DRAFT,
    /** There is a newer version. */
    PROOF_SUPERSEDED,
    /** It has been accepted. */
    PROOF_ACCEPTED,
    /** The names in it had to go, and the file with them (R27). */
    PROOF_FORGOTTEN
}
