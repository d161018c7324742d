package de.digitallotsen.claim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long things about money may take before a start page calls them overdue, in days. */
@ConfigMapping(prefix = "digitallotsen.deadline")
public interface Deadlines {

    /** From the first booking that nobody has called for to the claim; 1 or more. */
    @WithDefault("60")
    int claimAfterDays();

    /** From the submission of a claim to its payment; 1 or more. */
    @WithDefault("30")
    int payWithinDays();

    /** From the last day of a seminar to its closing; 1 or more. */
    @WithDefault("14")
    int closeWithinDays();
}
