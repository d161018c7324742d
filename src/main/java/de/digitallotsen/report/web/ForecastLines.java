package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.Projection;
import de.digitallotsen.shared.Messages;

/**
 * The forecast in the drawing of the course: what is reserved and spent from today to the end of the period.
 *
 * @param today how far from the left
 * @param range outline of the area between the slow and the fast case
 * @param expected a line, with the dates that are planned
 * @param further a line, at the same pace with dates for everybody; null where that is the same
 * @param words the same for people who do not see it
 */
public record ForecastLines(long today, String range, String expected, String further, String words) {

    private static final int MOST_POINTS = 60;

    /** @param allocated in cents, as it is today */
    static ForecastLines of(Forecast forecast, LocalDate today, long allocated, ChartScale scale) {
        List<String> upper = points(forecast.planned().fast(), today, allocated, scale);
        List<String> lower = points(forecast.planned().slow(), today, allocated, scale);
        Collections.reverse(lower);
        upper.addAll(lower);
        boolean same = forecast.steady()
                .expected()
                .available()
                .equals(forecast.planned().expected().available());
        return new ForecastLines(
                scale.x(today),
                String.join(" ", upper),
                String.join(" ", points(forecast.planned().expected(), today, allocated, scale)),
                same ? null : String.join(" ", points(forecast.steady().expected(), today, allocated, scale)),
                Messages.text(
                        "budget.course-forecast",
                        "end",
                        scale.last(),
                        "expected",
                        committed(allocated, forecast.planned().remainder()),
                        "least",
                        committed(allocated, forecast.planned().remainderMost()),
                        "most",
                        committed(allocated, forecast.planned().remainderLeast())));
    }

    private static String committed(long allocated, long remainder) {
        return ForecastWords.amount(allocated - remainder);
    }

    private static List<String> points(Projection projection, LocalDate today, long allocated, ChartScale scale) {
        int days = (int) ChronoUnit.DAYS.between(today, scale.last());
        int steps = Math.min(MOST_POINTS, days);
        List<String> points = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            int after = steps == 0 ? 0 : days * i / steps;
            long available = projection.available().get(after);
            points.add(scale.x(today.plusDays(after)) + "," + scale.y(allocated - available));
        }
        return points;
    }
}
