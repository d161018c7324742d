package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Shares of one whole add up, and none of them says something that is not so. */
class PercentageTest {

    private static List<Integer> tenths(long... parts) {
        return Percentage.shares(parts).stream().map(Percentage::tenths).toList();
    }

    @Test
    void a_share_that_needs_no_rounding_stays_as_it_is() {
        assertThat(tenths(15_700_000, 4_300_000)).containsExactly(785, 215);
        assertThat(Percentage.of(157_000, 200_000)).hasToString("78,5");
        assertThat(tenths(10_466_700, 5_233_300, 4_300_000)).containsExactly(523, 262, 215);
    }

    @Test
    void nothing_is_no_tenth() {
        assertThat(tenths(13_333_333, 6_666_667, 0)).containsExactly(667, 333, 0);
        assertThat(tenths(0, 0, 0)).containsExactly(0, 0, 0);
        assertThat(Percentage.of(0, 0).tenths()).isZero();
    }

    @Test
    void thirds_add_up() {
        assertThat(tenths(1, 1, 1)).containsExactly(334, 333, 333);
        assertThat(Percentage.of(2, 3).number()).isEqualTo(66.7);
        assertThat(Percentage.of(1, 3)).hasToString("33,3");
    }

    @Test
    void whatever_the_parts_they_add_up_and_are_never_off_by_a_tenth() {
        Random chance = new Random(59);
        for (int i = 0; i < 5_000; i++) {
            long[] parts = chance.longs(1 + chance.nextInt(4), 0, i % 2 == 0 ? 20 : 20_000_000)
                    .toArray();
            long whole = java.util.stream.LongStream.of(parts).sum();
            List<Integer> tenths = tenths(parts);
            assertThat(tenths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(whole == 0 ? 0 : 1000);
            for (int k = 0; k < parts.length && whole > 0; k++) {
                double exact = parts[k] * 1000.0 / whole;
                assertThat(Math.abs(tenths.get(k) - exact)).isLessThan(1);
                assertThat(tenths.get(k) > 0 && parts[k] == 0).isFalse();
            }
        }
    }
}
