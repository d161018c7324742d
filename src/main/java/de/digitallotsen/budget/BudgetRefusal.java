package de.digitallotsen.budget;

import de.digitallotsen.shared.Refusal;

/** Refusals about money. */
public enum BudgetRefusal implements Refusal {
    /** R12: the budget would fall below what is reserved and spent. */
    BUDGET_BELOW_COMMITTED,
    /** R9: what is available does not cover the subsidy; there are no partial subsidies. */
    BUDGET_EXHAUSTED,
    /** R14: until a day only the first person of each Kommune is funded, and this is another one. */
    FIRST_PERSONS_FIRST
}
