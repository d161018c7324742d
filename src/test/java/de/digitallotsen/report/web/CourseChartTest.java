package de.digitallotsen.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.claim.ClaimTotals;
import de.digitallotsen.report.Course;
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
}
