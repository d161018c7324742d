package de.digitallotsen.shared;

import java.time.LocalDate;

/**
 * A kind of personal data and the rule that ends it.
 *
 * @param kind a key of labels.properties below {@code deletion.}; stands in the proof of deletion
 * @param due counts what is due on a day, without changing anything
 * @param forget deletes or makes anonymous what is due on a day, inside the caller's transaction
 */
public record Expiry(String kind, RetentionRule rule, Due due, Forget forget) {

    /** Counts. */
    public interface Due {
        long on(LocalDate day);
    }

    /** Deletes at most so many; how many it were. */
    public interface Forget {
        int some(LocalDate day, int most);
    }
}
