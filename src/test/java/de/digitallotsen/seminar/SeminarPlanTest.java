package de.digitallotsen.seminar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;
import org.junit.jupiter.api.Test;

class SeminarPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 30);
    private static final Instant OPENS = Instant.parse("2027-02-01T07:00:00Z");
    private static final Instant CLOSES = Instant.parse("2027-03-15T17:00:00Z");

    private static SeminarDay day(LocalDate date) {
        return new SeminarDay(date, LocalTime.of(9, 0), LocalTime.of(16, 0));
    }

    private static SeminarPlan.Draft draft(List<SeminarDay> days, Instant opens, Instant closes) {
        return new SeminarPlan.Draft("Digital-Lotse werden", days, "Hannover", false, 20L, 100_000L, opens, closes);
    }

    private static SeminarPlan.Draft draft(SeminarDay... days) {
        return draft(Arrays.asList(days), OPENS, CLOSES);
    }

    private static List<String> wrongFields(SeminarPlan.Draft draft) {
        InvalidInputException wrong = catchThrowableOfType(InvalidInputException.class, () -> draft.check(TODAY));
        return wrong == null
                ? List.of()
                : wrong.violations().stream().map(Violation::field).toList();
    }

    @Test
    void puts_days_in_order() {
        SeminarPlan plan = draft(day(FIRST.plusDays(7)), day(FIRST), day(FIRST.plusDays(1)))
                .check(TODAY);
        assertThat(plan.firstDay()).isEqualTo(FIRST);
        assertThat(plan.lastDay()).isEqualTo(FIRST.plusDays(7));
        assertThat(plan.days()).extracting(SeminarDay::date).isSorted();
    }

    @Test
    void says_everything_that_is_missing_at_once() {
        assertThat(wrongFields(new SeminarPlan.Draft(null, null, null, null, null, null, null, null)))
                .containsExactlyInAnyOrder("title", "venue", "capacity", "feeCents", "opensAt", "closesAt", "days");
    }

    @Test
    void needs_no_venue_online() {
        SeminarPlan plan =
                new SeminarPlan.Draft("Titel", List.of(day(FIRST)), null, true, 20L, 0L, OPENS, CLOSES).check(TODAY);
        assertThat(plan.venue()).isEqualTo("Online");
    }

    @Test
    void takes_nine_to_four_for_a_day_without_times() {
        assertThat(draft(new SeminarDay(FIRST, null, null)).check(TODAY).days()).containsExactly(day(FIRST));
    }

    @Test
    void refuses_days_that_cannot_be() {
        assertThat(wrongFields(draft(new SeminarDay(null, null, null)))).containsExactly("days[0].date");
        assertThat(wrongFields(draft(day(FIRST), null))).containsExactly("days[1].date");
        assertThat(wrongFields(draft(day(FIRST), day(FIRST)))).containsExactly("days[1].date");
        assertThat(wrongFields(draft(new SeminarDay(FIRST, LocalTime.of(16, 0), LocalTime.of(16, 0)))))
                .containsExactly("days[0].end");
        assertThat(wrongFields(draft(day(TODAY.plusYears(5))))).containsExactly("days[0].date");
    }

    @Test
    void refuses_yesterday_but_not_today() {
        Instant opens = Instant.parse("2027-01-01T07:00:00Z");
        Instant closes = Instant.parse("2027-01-10T07:00:00Z");
        assertThat(wrongFields(draft(List.of(day(TODAY)), opens, closes))).isEmpty();
        assertThat(wrongFields(draft(List.of(day(TODAY.minusDays(1))), opens, closes)))
                .containsExactly("days[0].date");
        assertThat(draft(List.of(day(TODAY.minusDays(1))), opens, closes)
                        .check(null)
                        .firstDay())
                .isEqualTo(TODAY.minusDays(1));
    }

    @Test
    void lets_registration_close_at_the_beginning_at_the_latest() {
        Instant begin = Instant.parse("2027-03-30T07:00:00Z");
        assertThat(wrongFields(draft(List.of(day(FIRST)), OPENS, begin))).isEmpty();
        assertThat(wrongFields(draft(List.of(day(FIRST)), OPENS, begin.plusSeconds(1))))
                .containsExactly("closesAt");
        assertThat(wrongFields(draft(List.of(day(FIRST)), CLOSES, CLOSES))).containsExactly("closesAt");
    }

    @Test
    void holds_numbers_within_their_bounds() {
        assertThat(wrongFields(new SeminarPlan.Draft("T", List.of(day(FIRST)), "V", false, 0L, -1L, OPENS, CLOSES)))
                .containsExactly("capacity", "feeCents");
        assertThat(wrongFields(
                        new SeminarPlan.Draft("T", List.of(day(FIRST)), "V", false, 501L, 10_000_001L, OPENS, CLOSES)))
                .containsExactly("capacity", "feeCents");
        assertThat(wrongFields(
                        new SeminarPlan.Draft("T", List.of(day(FIRST)), "V", false, 500L, 10_000_000L, OPENS, CLOSES)))
                .isEmpty();
    }

    @Test
    void holds_at_most_twenty_days() {
        List<SeminarDay> twenty = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(i -> day(FIRST.plusDays(i))).toList());
        assertThat(wrongFields(draft(twenty, OPENS, CLOSES))).isEmpty();
        twenty.add(day(FIRST.plusDays(20)));
        assertThat(wrongFields(draft(twenty, OPENS, CLOSES))).containsExactly("days");
    }
}
