package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.shared.German;

/**
 * Where days and amounts lie in a drawing {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param first the day at the left edge
 * @param last the day at the right edge
 * @param step of the axis of euros, in cents
 * @param most at the upper edge, in cents
 */
record ChartScale(LocalDate first, LocalDate last, long step, long most) {

    static final int WIDTH = 1000;
    static final int HEIGHT = 300;
    private static final int MOST_STEPS = 5;
    private static final int MOST_DAYS = 3;

    /** With even, round steps that reach the highest amount. */
    static ChartScale of(LocalDate first, LocalDate last, long highest) {
        long step = step(highest);
        return new ChartScale(first, last, step, Math.max(1, (highest + step - 1) / step) * step);
    }

    /**
     * 1, 2 or 5 followed by noughts, in whole euros, so that at most {@value #MOST_STEPS} of them reach the highest.
     */
    private static long step(long highest) {
        for (long power = 100; ; power *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (power * factor * MOST_STEPS >= highest) {
                    return power * factor;
                }
            }
        }
    }

    private long days() {
        return Math.max(1, ChronoUnit.DAYS.between(first, last));
    }

    long x(LocalDate day) {
        return ChronoUnit.DAYS.between(first, day) * WIDTH / days();
    }

    long y(long cents) {
        return HEIGHT - cents * HEIGHT / most;
    }

    List<CourseChart.Mark> steps() {
        List<CourseChart.Mark> steps = new ArrayList<>();
        for (long amount = 0; amount <= most; amount += step) {
            steps.add(new CourseChart.Mark(y(amount), German.number(amount / 100) + "\u00a0€"));
        }
        return steps;
    }

    /** The first day, one between and the last. */
    List<CourseChart.Mark> marks() {
        long all = ChronoUnit.DAYS.between(first, last);
        long parts = Math.min(MOST_DAYS - 1L, all);
        List<CourseChart.Mark> marks = new ArrayList<>();
        for (long i = 0; i <= parts; i++) {
            LocalDate day = first.plusDays(all * i / parts);
            marks.add(new CourseChart.Mark(x(day), German.date(day)));
        }
        return marks;
    }
}
