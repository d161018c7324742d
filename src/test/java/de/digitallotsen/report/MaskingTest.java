package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** Small counts of persons stay hidden, also from those who subtract. */
class MaskingTest {

    private static Masking.Published published(Map<String, Integer> counts) {
        return Masking.of(counts, List.copyOf(counts.keySet()));
    }

    private static Map<String, Integer> counts(int... persons) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < persons.length; i++) {
            counts.put("k" + i, persons[i]);
        }
        return counts;
    }

    @Test
    void shows_everything_where_nothing_is_small() {
        Masking.Published published = published(counts(3, 10, 4));
        assertThat(published.cells())
                .containsEntry("k0", 3)
                .containsEntry("k1", 10)
                .containsEntry("k2", 4);
        assertThat(published.total()).isEqualTo(17);
    }

    @Test
    void hides_counts_below_three_and_the_first_other_one() {
        Masking.Published published = published(counts(2, 10, 4, 12));
        assertThat(published.cells())
                .containsEntry("k0", null)
                .containsEntry("k1", null)
                .containsEntry("k2", 4)
                .containsEntry("k3", 12);
        assertThat(published.total()).isEqualTo(28);
    }

    @Test
    void hides_the_total_where_it_is_small_itself() {
        assertThat(published(counts(1, 1, 0)).total()).isNull();
        assertThat(published(Map.of()).total()).isNull();
    }

    /**
     * Everybody who reckons with what is published and knows the rule finds at least two values for one or two persons.
     */
    @Test
    void lets_nobody_find_a_small_count_by_subtraction() {
        Random chance = new Random(9);
        for (int round = 0; round < 300; round++) {
            Map<String, Integer> counts = new TreeMap<>();
            int cells = 2 + chance.nextInt(3);
            for (int i = 0; i < cells; i++) {
                counts.put("k" + i, chance.nextInt(7));
            }
            if (counts.values().stream().noneMatch(persons -> persons >= Masking.LEAST)) {
                continue;
            }
            Masking.Published published = published(counts);
            List<Map<String, Integer>> possible = possible(published, List.copyOf(counts.keySet()), 12);
            for (String cell : counts.keySet()) {
                if (counts.get(cell) == 1 || counts.get(cell) == 2) {
                    Set<Integer> values = new HashSet<>();
                    possible.forEach(world -> values.add(world.get(cell)));
                    assertThat(values)
                            .as("what %s could be in %s, published as %s", cell, counts, published)
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }

    /** All counts that would have been published in the same way. */
    private static List<Map<String, Integer>> possible(Masking.Published published, List<String> cells, int most) {
        List<Map<String, Integer>> worlds = new ArrayList<>(List.of(new TreeMap<>()));
        for (String cell : cells) {
            List<Map<String, Integer>> more = new ArrayList<>();
            for (Map<String, Integer> world : worlds) {
                Integer shown = published.cells().get(cell);
                for (int value = shown == null ? 0 : shown; value <= (shown == null ? most : shown); value++) {
                    Map<String, Integer> next = new TreeMap<>(world);
                    next.put(cell, value);
                    more.add(next);
                }
            }
            worlds = more;
        }
        return worlds.stream()
                .filter(world -> published(world).equals(published))
                .toList();
    }
}
