package de.digitallotsen.budget;

/**
 * Told before money of a period is freed or added, still before the budget's row is touched: whoever will hand the
 * money on takes the rows that come before the budget in the fixed order (Kommune → Seminar → budget).
 */
public record FundsAboutToBeFreed(long periodId) {}
