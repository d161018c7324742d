package de.digitallotsen.funding;

/**
 * The money of a period, in cents.
 *
 * @param allocated what the Land put in
 * @param reserved  bound by confirmed registrations
 * @param spent     paid out for people who attended
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
}
