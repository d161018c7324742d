package de.digitallotsen.budget;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which entries of the ledger claims hold that have left the NSI. Claims stand above the ledger and answer this
 * themselves.
 */
public interface ClaimedEntries {

    /** The claim that holds an entry, by its id and its number as printed. */
    record In(long claimId, String number) {}

    /** Those of these entries that a claim holds, by the id of the entry. */
    Map<Long, In> among(Collection<Long> entries);

    /** The entries that the claim with that number holds; none if there is no such claim. */
    List<Long> of(String number);
}
