package de.digitallotsen.report;

/** Kommunen by the number of their inhabitants; what a class is named after is its upper end, not included. */
public enum SizeClass {
    UNDER_5000(5_000),
    UNDER_10000(10_000),
    UNDER_20000(20_000),
    UNDER_50000(50_000),
    UNDER_100000(100_000),
    FROM_100000(Integer.MAX_VALUE);

    private final int below;

    SizeClass(int below) {
        this.below = below;
    }

    /** The class of a number of inhabitants. */
    public static SizeClass of(int population) {
        for (SizeClass size : values()) {
            if (population < size.below) {
                return size;
            }
        }
        return FROM_100000;
    }
}
