package de.digitallotsen.claim;

/**
 * What of the money of a period was called for and paid, in cents.
 *
 * @param claimed in claims that are submitted, approved or paid (abgerufen)
 * @param paid of that what the Ministry has paid (gezahlt), by value date
 */
public record ClaimTotals(long claimed, long paid) {

    /** Nothing. */
    public static ClaimTotals zero() {
        return new ClaimTotals(0, 0);
    }

    /** Called for and not paid yet. */
    public long unpaid() {
        return claimed - paid;
    }
}
