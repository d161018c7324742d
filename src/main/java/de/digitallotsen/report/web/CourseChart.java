package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.report.Course;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/**
 * The course of the money as outlines for an SVG, 1000 wide and {@value #HEIGHT} high: below the spent, above it the
 * reserved, and the line of what is allocated. Money moves at once, so the outlines are stairs.
 *
 * @param spent outline of an area, as the attribute points takes it
 * @param committed outline of an area, the spent included
 * @param allocated a line
 * @param from the first day, as people write it
 * @param to the last day
 * @param most what the upper edge stands for, in euros
 * @param words the same for people who do not see it
 */
public record CourseChart(
        String spent, String committed, String allocated, String from, String to, String most, String words) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;
    private static final int MOST_POINTS = 120;

    /** Null where there is no course yet: less than two days. */
    static CourseChart of(Course course, LocalDate last) {
        List<Course.Point> points = course.spread(last, MOST_POINTS);
        if (points.size() < 2) {
            return null;
        }
        long most = Math.max(
                1,
                points.stream()
                        .mapToLong(point -> point.totals().allocated())
                        .max()
                        .orElse(1));
        Course.Point end = points.get(points.size() - 1);
        LocalDate first = points.get(0).day();
        return new CourseChart(
                area(points, most, BudgetTotals::spent),
                area(points, most, BudgetTotals::committed),
                stairs(points, most, BudgetTotals::allocated),
                German.date(first),
                German.date(last),
                German.euro(most),
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
                        German.euro(end.totals().spent())));
    }

    private static String area(List<Course.Point> points, long most, ToLongFunction<BudgetTotals> value) {
        return "0," + HEIGHT + " " + stairs(points, most, value) + " " + WIDTH + "," + HEIGHT;
    }

    private static String stairs(List<Course.Point> points, long most, ToLongFunction<BudgetTotals> value) {
        LocalDate first = points.get(0).day();
        long days = Math.max(
                1, ChronoUnit.DAYS.between(first, points.get(points.size() - 1).day()));
        StringBuilder corners = new StringBuilder();
        long before = -1;
        for (Course.Point point : points) {
            long x = ChronoUnit.DAYS.between(first, point.day()) * WIDTH / days;
            long y = HEIGHT - value.applyAsLong(point.totals()) * HEIGHT / most;
            corners.append(before < 0 ? "" : " " + x + "," + before + " ")
                    .append(x)
                    .append(',')
                    .append(y);
            before = y;
        }
        return corners.toString();
    }
}
