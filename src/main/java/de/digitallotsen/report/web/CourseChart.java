package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import de.digitallotsen.report.Course;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/**
 * The course of the money as outlines for an SVG, 1000 wide and {@value #HEIGHT} high: below the spent, above it the
 * reserved, and the line of what is allocated. Money moves at once, so the outlines are stairs. To the left stand euros
 * in even steps, below the days.
 *
 * @param spent outline of an area, as the attribute points takes it
 * @param committed outline of an area, the spent included
 * @param allocated a line
 * @param claimed a line
 * @param paid a line
 * @param steps of the axis of euros, from the bottom up; the uppermost is not below any amount
 * @param days of the axis of time, from the first to the last
 * @param words the same for people who do not see it
 */
public record CourseChart(
        String spent,
        String committed,
        String allocated,
        String claimed,
        String paid,
        List<Mark> steps,
        List<Mark> days,
        String words) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;
    private static final int MOST_POINTS = 120;
    private static final int MOST_STEPS = 5;
    private static final int MOST_DAYS = 3;

    /**
     * A mark of an axis.
     *
     * @param at how far from the left, or from the top
     * @param label as people write it
     */
    public record Mark(long at, String label) {}

    /** Null where there is no course yet: less than two days. */
    static CourseChart of(Course course, LocalDate last) {
        List<Course.Point> points = course.spread(last, MOST_POINTS);
        if (points.size() < 2) {
            return null;
        }
        long highest = points.stream()
                .mapToLong(point -> Math.max(
                        Math.max(point.totals().allocated(), point.totals().committed()),
                        point.claims().claimed()))
                .max()
                .orElse(0);
        long step = step(highest);
        long most = Math.max(1, (highest + step - 1) / step) * step;
        Course.Point end = points.get(points.size() - 1);
        LocalDate first = points.get(0).day();
        return new CourseChart(
                area(points, most, point -> point.totals().spent()),
                area(points, most, point -> point.totals().committed()),
                stairs(points, most, point -> point.totals().allocated()),
                stairs(points, most, point -> point.claims().claimed()),
                stairs(points, most, point -> point.claims().paid()),
                steps(step, most),
                days(first, last),
                Messages.text(
                        "budget.course",
                        "first",
                        first,
                        "last",
                        last,
                        "allocated",
                        German.euro(end.totals().allocated()),
                        "reserved",
                        German.euro(end.totals().reserved()),
                        "spent",
                        German.euro(end.totals().spent()),
                        "claimed",
                        German.euro(end.claims().claimed()),
                        "paid",
                        German.euro(end.claims().paid())));
    }

    /**
     * 1, 2 or 5 followed by noughts, in whole euros, so that at most {@value #MOST_STEPS} of them reach the highest.
     */
    static long step(long highest) {
        for (long power = 100; ; power *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (power * factor * MOST_STEPS >= highest) {
                    return power * factor;
                }
            }
        }
    }

    private static List<Mark> steps(long step, long most) {
        List<Mark> steps = new ArrayList<>();
        for (long amount = 0; amount <= most; amount += step) {
            steps.add(new Mark(HEIGHT - amount * HEIGHT / most, German.number(amount / 100) + "\u00a0€"));
        }
        return steps;
    }

    private static List<Mark> days(LocalDate first, LocalDate last) {
        long all = ChronoUnit.DAYS.between(first, last);
        long parts = Math.min(MOST_DAYS - 1L, all);
        List<Mark> days = new ArrayList<>();
        for (long i = 0; i <= parts; i++) {
            long after = all * i / parts;
            days.add(new Mark(after * WIDTH / all, German.date(first.plusDays(after))));
        }
        return days;
    }

    private static String area(List<Course.Point> points, long most, ToLongFunction<Course.Point> value) {
        return "0," + HEIGHT + " " + stairs(points, most, value) + " " + WIDTH + "," + HEIGHT;
    }

    private static String stairs(List<Course.Point> points, long most, ToLongFunction<Course.Point> value) {
        LocalDate first = points.get(0).day();
        long days = Math.max(
                1, ChronoUnit.DAYS.between(first, points.get(points.size() - 1).day()));
        StringBuilder corners = new StringBuilder();
        long before = -1;
        for (Course.Point point : points) {
            long x = ChronoUnit.DAYS.between(first, point.day()) * WIDTH / days;
            long y = HEIGHT - value.applyAsLong(point) * HEIGHT / most;
            corners.append(before < 0 ? "" : " " + x + "," + before + " ")
                    .append(x)
                    .append(',')
                    .append(y);
            before = y;
        }
        return corners.toString();
    }
}
