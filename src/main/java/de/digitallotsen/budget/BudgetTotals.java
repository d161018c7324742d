package de.digitallotsen.budget;

import java.util.List;

import de.digitallotsen.shared.Percentage;

/**
 * The money of a period, in cents.
 *
 * @param allocated what the Land put in
 * @param reserved bound by confirmed registrations
 * @param spent owed by the Land for people who attended (festgestellt); nobody needs to have paid it yet
 */
public record BudgetTotals(long allocated, long reserved, long spent) {

    /** What the next registrations can have: {@code allocated − reserved − spent}; never negative (R9). */
    public long available() {
        return allocated - reserved - spent;
    }

    /** What cannot be taken away any more (R12). */
    public long committed() {
        return reserved + spent;
    }

    /** Nothing. */
    public static BudgetTotals zero() {
        return new BudgetTotals(0, 0, 0);
    }

    /** These and those. */
    public BudgetTotals plus(BudgetTotals other) {
        return new BudgetTotals(allocated + other.allocated, reserved + other.reserved, spent + other.spent);
    }

    /**
     * What is reserved and spent, in whole percent of what is allocated, rounded down: 100 only when nothing is left. 0
     * where nothing is allocated.
     */
    public int usedPercent() {
        return allocated == 0 ? 0 : (int) (committed() * 100 / allocated);
    }

    /** What is spent, reserved and available, as shares that add up; all 0 where nothing is allocated. */
    public List<Percentage> shares() {
        return Percentage.shares(spent, reserved, available());
    }
}
