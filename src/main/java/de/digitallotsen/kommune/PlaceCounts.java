package de.digitallotsen.kommune;

import java.util.Collection;
import java.util.Map;

/** How many of its places a Kommune has used; the funding side answers. */
public interface PlaceCounts {

    /**
     * @param total places of a Kommune in the current programme
     * @param used taken by a live registration or used up in an earlier period (R3)
     */
    record Count(int total, int used) {
        public int free() {
            return total - used;
        }
    }

    /** By ARS, for every ARS asked for; empty if there is no funding period at all. */
    Map<String, Count> count(Collection<String> ars);
}
