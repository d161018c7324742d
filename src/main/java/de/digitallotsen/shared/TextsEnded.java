package de.digitallotsen.shared;

import java.time.Instant;
import java.util.List;

/**
 * The time has come for what people wrote about these things in their own words (R27). Fired inside the transaction
 * that deletes the feature's own texts; whoever keeps others about them deletes those.
 *
 * @param subjectType the kind of thing, as the audit trail names it
 * @param subjectIds which ones
 * @param since only what was written from this instant on; null for everything
 */
public record TextsEnded(String subjectType, List<String> subjectIds, Instant since) {

    /** For everything that was ever written about them. */
    public TextsEnded(String subjectType, List<String> subjectIds) {
        this(subjectType, subjectIds, null);
    }

    /** From when on, for a query: the beginning of all times where it is everything. */
    public Instant begin() {
        return since == null ? Instant.EPOCH : since;
    }
}
