package de.digitallotsen.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import de.digitallotsen.seminar.SeminarDay;
import org.junit.jupiter.api.Test;

class AttendedTimeTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final List<SeminarDay> THREE_DAYS =
            List.of(day(0, "09:00", "16:30"), day(1, "09:00", "16:30"), day(2, "09:00", "12:15"));

    private static SeminarDay day(int later, String begin, String end) {
        return new SeminarDay(MONDAY.plusDays(later), LocalTime.parse(begin), LocalTime.parse(end));
    }

    @Test
    void counts_units_of_45_minutes_without_the_breaks_of_long_days() {
        // 450 − 90 minutes twice, and 195 minutes without a break that counts: 8 + 8 + 4.
        assertThat(AttendedTime.of(THREE_DAYS, List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2)), 90))
                .isEqualTo(new AttendedTime(3, 3, 20));
    }

    @Test
    void counts_the_days_attended_and_not_those_planned() {
        assertThat(AttendedTime.of(THREE_DAYS, List.of(MONDAY, MONDAY.plusDays(2)), 90))
                .isEqualTo(new AttendedTime(3, 2, 12));
    }

    @Test
    void counts_no_day_that_was_not_planned() {
        assertThat(AttendedTime.of(THREE_DAYS, List.of(MONDAY, MONDAY.plusDays(9)), 90))
                .isEqualTo(new AttendedTime(3, 1, 8));
    }

    @Test
    void never_says_too_much() {
        List<SeminarDay> odd = List.of(day(0, "09:00", "10:29"));
        assertThat(AttendedTime.of(odd, List.of(MONDAY), 90).units()).isEqualTo(1);
        assertThat(AttendedTime.of(List.of(day(0, "09:00", "16:00")), List.of(MONDAY), 600)
                        .units())
                .isZero();
    }
}
