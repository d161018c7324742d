package de.digitallotsen.budget;

/** Kinds of lines in the ledger, after the model of two-phase transfers: reserve, then either release or spend. */
public enum BudgetEntryType {
    /** The money with which a period begins. */
    ALLOCATION,
    /** The Ministry raises or lowers the budget, with a reason (R12). */
    ADJUSTMENT,
    /** A confirmed registration reserves its whole subsidy (R8). */
    RESERVATION,
    /** A reservation is given back: cancelled or no-show (R10). */
    RELEASE,
    /** A reservation becomes spent: attended (R10). */
    SPENDING,
    /**
     * Spends or takes back the subsidy of one registration, because its attendance was corrected after closing (R20).
     */
    CORRECTION
}
