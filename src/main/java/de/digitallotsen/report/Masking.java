package de.digitallotsen.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hides counts of persons that are too small to be published, and so many others that nobody finds them by subtracting what is
 * published from the total: wherever one is hidden, so is at least one that is not small, and nobody can tell which.
 */
final class Masking {

    /** Smaller counts are not published. */
    static final int LEAST = 3;

    private Masking() {
    }

    /**
     * What may be published.
     *
     * @param cells null where hidden
     * @param total null where hidden
     */
    record Published(Map<String, Integer> cells, Integer total) {
    }

    /** @param counts of persons by cell; their sum is the total that is published beside them */
    static Published of(Map<String, Integer> counts) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        Set<String> hidden = new TreeSet<>();
        counts.forEach((cell, persons) -> {
            if (persons < LEAST) {
                hidden.add(cell);
            }
        });
        if (!hidden.isEmpty()) {
            smallestNotSmall(counts).ifPresent(hidden::add);
        }
        Map<String, Integer> cells = new TreeMap<>();
        counts.forEach((cell, persons) -> cells.put(cell, hidden.contains(cell) ? null : persons));
        return new Published(cells, total < LEAST ? null : total);
    }

    private static java.util.Optional<String> smallestNotSmall(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> large = new ArrayList<>(counts.entrySet().stream().filter(cell -> cell.getValue() >= LEAST).toList());
        large.sort(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
        return large.stream().findFirst().map(Map.Entry::getKey);
    }
}
