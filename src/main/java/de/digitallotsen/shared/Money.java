package de.digitallotsen.shared;

/**
 * An amount in integer cents, for messages. Inside the program amounts are plain {@code long} cents; this record exists
 * so that a text knows that a number is money.
 */
public record Money(long cents) {

    /** {@code 1.234,50 €} with a non-breaking space. */
    @Override
    public String toString() {
        return German.euro(cents);
    }
}
