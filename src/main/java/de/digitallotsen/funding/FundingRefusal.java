package de.digitallotsen.funding;

import de.digitallotsen.shared.Refusal;

/** Refusals about money and periods. */
public enum FundingRefusal implements Refusal {
    /** R12: the budget would fall below what is reserved and spent. */
    BUDGET_BELOW_COMMITTED,
    /** R9: what is available does not cover the subsidy; there are no partial subsidies. */
    BUDGET_EXHAUSTED,
    /** R14: until a day only the first person of each Kommune is funded, and this is another one. */
    FIRST_PERSONS_FIRST,
    /** R5: nobody may pay the whole fee themselves. */
    SELF_PAYING_OFF,
    /** R5: the Kommune still has a place, which is cheaper for it. */
    PLACE_STILL_FREE,
    /** R3: some Kommunen use more places than they would have. */
    PLACES_IN_USE,
    /** Another period has some of these days. */
    PERIOD_OVERLAPS,
    /** Only an ended period has a remainder. */
    PERIOD_NOT_ENDED,
    /** There is no period of today or later to carry money over to. */
    NO_LATER_PERIOD,
    /** R7: a day of the seminar lies outside every funding period. */
    NO_FUNDING_PERIOD
}
