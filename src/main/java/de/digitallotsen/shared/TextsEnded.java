package de.digitallotsen.shared;

import java.util.List;

/**
 * The time has come for what people wrote about these things in their own words (R27). Fired inside the transaction
 * that deletes the feature's own texts; whoever keeps others about them deletes those.
 *
 * @param subjectType the kind of thing, as the audit trail names it
 * @param subjectIds which ones
 */
public record TextsEnded(String subjectType, List<String> subjectIds) {}
