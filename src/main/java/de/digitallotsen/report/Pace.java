package de.digitallotsen.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How fast people register, in reservations a week, with a range that eight weeks in ten would fall into.
 *
 * @param perWeek the mean
 * @param least lower end
 * @param most upper end
 */
public record Pace(double perWeek, double least, double most) {

    /** Of a normal distribution, eight tenths lie so many standard deviations around the mean. */
    private static final double EIGHTY_PERCENT = 1.2816;

    private static final int WEEK = 7;

    /**
     * The pace of days that have passed.
     *
     * @param days reservations of each day, in order, without gaps
     */
    static Pace of(List<Long> days) {
        if (days.isEmpty()) {
            return new Pace(0, 0, 0);
        }
        double mean = days.stream().mapToLong(Long::longValue).sum() * (double) WEEK / days.size();
        List<Long> weeks = new ArrayList<>();
        for (int end = days.size(); end >= WEEK; end -= WEEK) {
            weeks.add(days.subList(end - WEEK, end).stream()
                    .mapToLong(Long::longValue)
                    .sum());
        }
        double variance = weeks.stream()
                        .mapToDouble(week -> (week - mean) * (week - mean))
                        .sum()
                / Math.max(1, weeks.size() - 1);
        // Counts of rare events scatter at least so much, however even they happened to be.
        double deviation = Math.sqrt(Math.max(variance, mean)) / Math.sqrt(Math.max(1, weeks.size()));
        return new Pace(mean, Math.max(0, mean - EIGHTY_PERCENT * deviation), mean + EIGHTY_PERCENT * deviation);
    }
}
