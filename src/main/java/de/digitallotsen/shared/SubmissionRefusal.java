package de.digitallotsen.shared;

/** Refusals about what was sent twice (R24). */
public enum SubmissionRefusal implements Refusal {
    /** The key came before, with other content. */
    IDEMPOTENCY_KEY_REUSED;

    @Override
    public int status() {
        return 422;
    }
}
