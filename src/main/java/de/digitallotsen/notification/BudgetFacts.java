package de.digitallotsen.notification;

import de.digitallotsen.budget.BudgetTotals;

/**
 * How the money stood when it reached a threshold; it may stand otherwise when the mail is written.
 *
 * @param percent of what is allocated
 */
record BudgetFacts(int percent, BudgetTotals totals) {}
