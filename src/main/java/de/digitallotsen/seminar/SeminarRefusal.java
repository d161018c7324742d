package de.digitallotsen.seminar;

import de.digitallotsen.shared.Refusal;

/** Refusals about seminars. */
public enum SeminarRefusal implements Refusal {
    /** R7: nobody registers for what is not published. */
    SEMINAR_NOT_PUBLISHED,
    /** Cancelled or settled: it can be copied, but neither published nor changed. */
    SEMINAR_NOT_CHANGEABLE,
    /** Its registration deadline has passed, so publishing it would offer what nobody can have. */
    SEMINAR_NOT_PUBLISHABLE,
    /** R6: more people are confirmed than the new capacity has seats. */
    CAPACITY_BELOW_CONFIRMED,
    /** R7: with people registered, the new days would be paid by another funding period. */
    FUNDING_PERIOD_CHANGES
}
