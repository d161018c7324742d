package de.digitallotsen.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A share of a whole in tenths of a per cent, for lists and messages. Shares of one whole are worked out together
 * ({@link #shares}), so that what stands side by side adds up to 100,0.
 *
 * @param tenths 785 is 78,5 per cent
 */
public record Percentage(int tenths) {

    private static final int WHOLE = 1000;
    private static final double TEN = 10.0;

    /**
     * The shares of parts that make up a whole, by the largest remainder: they add up to 1000 tenths, a part that is
     * nothing is 0, and a share that needs no rounding stays as it is. All are 0 where there is no whole.
     *
     * @param parts 0 or more each
     */
    public static List<Percentage> shares(long... parts) {
        long whole = LongStream.of(parts).sum();
        List<Integer> tenths = new ArrayList<>();
        for (long part : parts) {
            tenths.add(whole == 0 ? 0 : (int) (Math.multiplyExact(part, WHOLE) / whole));
        }
        int missing = whole == 0
                ? 0
                : WHOLE - tenths.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> whole == 0 ? 0 : parts[i] * WHOLE % whole, Comparator.reverseOrder()))
                .limit(missing)
                .forEach(i -> tenths.set(i, tenths.get(i) + 1));
        return tenths.stream().map(Percentage::new).toList();
    }

    /** One part of a whole, rounded half up; 0 where there is no whole. */
    public static Percentage of(long part, long whole) {
        return shares(part, whole - part).get(0);
    }

    /** 78.5, for a cell that is reckoned with. */
    public double number() {
        return tenths / TEN;
    }

    /** {@code 78,5}; the unit stands where it is written. */
    @Override
    public String toString() {
        return tenths / 10 + "," + tenths % 10;
    }
}
