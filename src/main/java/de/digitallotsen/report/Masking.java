package de.digitallotsen.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hides counts of persons that are too small to be published, and one more, so that nobody finds them by subtracting
 * what is published from the total. Which one more is hidden does not depend on how large it is: it could just as well
 * be one larger and a small one smaller, and the same would be published. (The smallest other one would not do: a
 * visible equal one bounds it.)
 */
final class Masking {

    /** Smaller counts are not published. */
    static final int LEAST = 3;

    private Masking() {}

    /**
     * What may be published.
     *
     * @param cells null where hidden
     * @param total null where hidden
     */
    record Published(Map<String, Integer> cells, Integer total) {}

    /**
     * @param counts of persons by cell; their sum is the total that is published beside them
     * @param order of all cells: of those that are not small, the first one is hidden for the sake of the small ones
     */
    static Published of(Map<String, Integer> counts, List<String> order) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        Set<String> hidden = new TreeSet<>();
        counts.forEach((cell, persons) -> {
            if (persons < LEAST) {
                hidden.add(cell);
            }
        });
        if (!hidden.isEmpty()) {
            order.stream().filter(cell -> counts.get(cell) >= LEAST).findFirst().ifPresent(hidden::add);
        }
        Map<String, Integer> cells = new TreeMap<>();
        counts.forEach((cell, persons) -> cells.put(cell, hidden.contains(cell) ? null : persons));
        return new Published(cells, total < LEAST ? null : total);
    }
}
