package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

import de.digitallotsen.report.Course;
import de.digitallotsen.report.Forecast;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/**
 * The course of the money as outlines for an SVG, 1000 wide and 300 high: below the spent, above it the reserved, and
 * the line of what is allocated. Money moves at once, so the outlines are stairs. To the left stand euros in even
 * steps, below the days.
 *
 * @param spent outline of an area, as the attribute points takes it
 * @param committed outline of an area, the spent included
 * @param allocated a line
 * @param claimed a line
 * @param paid a line
 * @param steps of the axis of euros, from the bottom up; the uppermost is not below any amount
 * @param days of the axis of time, from the first to the last
 * @param forecast how it may go on; null where nothing is foreseen
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
        ForecastLines forecast,
        String words) {

    private static final int MOST_POINTS = 120;

    /**
     * A mark of an axis.
     *
     * @param at how far from the left, or from the top
     * @param label as people write it
     */
    public record Mark(long at, String label) {}

    /** Null where there is no course yet: less than two days. */
    static CourseChart of(Course course, LocalDate last) {
        return of(course, last, null, last);
    }

    /**
     * The same, and how it may go on until the period ends.
     *
     * @param forecast null where nothing is to be foreseen
     * @param end the last day of the period
     */
    static CourseChart of(Course course, LocalDate last, Forecast forecast, LocalDate end) {
        List<Course.Point> points = course.spread(last, MOST_POINTS);
        if (points.size() < 2) {
            return null;
        }
        boolean foreseen = forecast != null && forecast.planned() != null && end.isAfter(last);
        long highest = points.stream()
                .mapToLong(point -> Math.max(
                        Math.max(point.totals().allocated(), point.totals().committed()),
                        point.claims().claimed()))
                .max()
                .orElse(0);
        ChartScale scale = ChartScale.of(points.get(0).day(), foreseen ? end : last, highest);
        Course.Point now = points.get(points.size() - 1);
        long allocated = now.totals().allocated();
        ForecastLines lines = foreseen ? ForecastLines.of(forecast, last, allocated, scale) : null;
        return new CourseChart(
                area(points, scale, point -> point.totals().spent()),
                area(points, scale, point -> point.totals().committed()),
                stairs(points, scale, point -> point.totals().allocated())
                        + (foreseen ? " 1000," + scale.y(allocated) : ""),
                stairs(points, scale, point -> point.claims().claimed()),
                stairs(points, scale, point -> point.claims().paid()),
                scale.steps(),
                scale.marks(),
                lines,
                words(points.get(0).day(), last, now) + (foreseen ? " " + lines.words() : ""));
    }

    private static String words(LocalDate first, LocalDate last, Course.Point now) {
        return Messages.text(
                "budget.course",
                "first",
                first,
                "last",
                last,
                "allocated",
                German.euro(now.totals().allocated()),
                "reserved",
                German.euro(now.totals().reserved()),
                "spent",
                German.euro(now.totals().spent()),
                "claimed",
                German.euro(now.claims().claimed()),
                "paid",
                German.euro(now.claims().paid()));
    }

    private static String area(List<Course.Point> points, ChartScale scale, ToLongFunction<Course.Point> value) {
        long end = scale.x(points.get(points.size() - 1).day());
        return "0," + ChartScale.HEIGHT + " " + stairs(points, scale, value) + " " + end + "," + ChartScale.HEIGHT;
    }

    private static String stairs(List<Course.Point> points, ChartScale scale, ToLongFunction<Course.Point> value) {
        StringBuilder corners = new StringBuilder();
        long before = -1;
        for (Course.Point point : points) {
            long x = scale.x(point.day());
            long y = scale.y(value.applyAsLong(point));
            corners.append(before < 0 ? "" : " " + x + "," + before + " ")
                    .append(x)
                    .append(',')
                    .append(y);
            before = y;
        }
        return corners.toString();
    }
}
