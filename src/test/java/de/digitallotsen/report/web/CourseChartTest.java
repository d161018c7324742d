package de.digitallotsen.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.claim.ClaimTotals;
import de.digitallotsen.report.Course;
import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.Outlook;
import de.digitallotsen.report.Projection;
import org.junit.jupiter.api.Test;

/** The axes of the drawing: even steps of euros that reach the highest amount, and the days below. */
class CourseChartTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    @Test
    void the_steps_are_round_and_reach_the_highest_amount() {
        CourseChart chart = CourseChart.of(allocated(15_000_000), FIRST.plusDays(100));
        assertThat(chart.steps())
                .extracting(CourseChart.Mark::label)
                .containsExactly("0\u00a0€", "50.000\u00a0€", "100.000\u00a0€", "150.000\u00a0€");
        assertThat(chart.steps()).extracting(CourseChart.Mark::at).containsExactly(300L, 200L, 100L, 0L);
    }

    @Test
    void an_amount_between_two_steps_stays_below_the_upper_edge() {
        CourseChart chart = CourseChart.of(allocated(12_345_600), FIRST.plusDays(100));
        assertThat(chart.steps().get(3).label()).isEqualTo("150.000\u00a0€");
        assertThat(chart.allocated()).startsWith("0,54");
    }

    @Test
    void the_axis_of_time_names_the_first_day_one_between_and_the_last() {
        CourseChart chart = CourseChart.of(allocated(100), FIRST.plusDays(100));
        assertThat(chart.days())
                .containsExactly(
                        new CourseChart.Mark(0, "01.01.2027"),
                        new CourseChart.Mark(500, "20.02.2027"),
                        new CourseChart.Mark(1000, "11.04.2027"));
    }

    @Test
    void nothing_allocated_still_has_an_axis() {
        CourseChart chart = CourseChart.of(allocated(0), FIRST.plusDays(1));
        assertThat(chart.steps()).extracting(CourseChart.Mark::label).containsExactly("0\u00a0€", "1\u00a0€");
        assertThat(chart.days()).hasSize(2);
    }

    private static Course allocated(long cents) {
        return new Course(List.of(new Course.Point(FIRST, new BudgetTotals(cents, 0, 0), ClaimTotals.zero(), 0)));
    }

    @Test
    void the_forecast_goes_on_from_today_to_the_end_of_the_period() {
        LocalDate today = FIRST.plusDays(100);
        LocalDate end = FIRST.plusDays(200);
        Outlook planned = new Outlook(steps(50_000), steps(100_000), steps(0));
        Forecast forecast = new Forecast(
                Forecast.Outcome.WILL_LAST,
                Forecast.Limit.DATES,
                planned,
                new Outlook(steps(75_000), steps(100_000), steps(0)),
                null);
        CourseChart chart = CourseChart.of(allocated(10_000_000), today, forecast, end);
        assertThat(chart.spent()).as("what is known ends today").endsWith(" 500,300");
        assertThat(chart.allocated()).as("the plan goes on").endsWith(" 1000,0");
        assertThat(chart.forecast().today()).isEqualTo(500);
        assertThat(chart.forecast().expected()).startsWith("500,300 ").endsWith(" 1000,150");
        assertThat(chart.forecast().further()).startsWith("500,300 ").endsWith(" 1000,75");
        assertThat(chart.forecast().range())
                .as("there on the fast side, back on the slow one")
                .startsWith("500,300 ")
                .contains(" 1000,0 1000,300 ")
                .endsWith(" 500,300");
        assertThat(chart.days()).extracting(CourseChart.Mark::label).contains("20.07.2027");
        assertThat(chart.words())
                .contains("bis zum 20.07.2027: dann sind rund 50.000\u00a0€ gebunden oder festgestellt")
                .contains("zwischen 0\u00a0€ und 100.000\u00a0€");
        Forecast same = new Forecast(Forecast.Outcome.WILL_LAST, Forecast.Limit.DEMAND, planned, planned, null);
        assertThat(CourseChart.of(allocated(10_000_000), today, same, end)
                        .forecast()
                        .further())
                .isNull();
    }

    /** So many cents less available every day, of 100,000 EUR. */
    private static Projection steps(long cents) {
        List<Long> available = LongStream.rangeClosed(0, 100)
                .mapToObj(day -> 10_000_000 - day * cents)
                .toList();
        return new Projection(null, available.get(100), available, new Projection.TurnedAway(0, 0));
    }

    @Test
    void without_a_forecast_the_course_ends_today() {
        assertThat(CourseChart.of(allocated(100), FIRST.plusDays(100)).forecast())
                .isNull();
    }
}
