package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanTest {

    @Test
    void writes_amounts_with_points_comma_and_a_space_that_does_not_break() {
        assertThat(German.euro(0)).isEqualTo("0,00\u00a0€");
        assertThat(German.euro(5)).isEqualTo("0,05\u00a0€");
        assertThat(German.euro(123_450)).isEqualTo("1.234,50\u00a0€");
        assertThat(German.euro(20_000_000)).isEqualTo("200.000,00\u00a0€");
        assertThat(German.euro(-123_450)).isEqualTo("−1.234,50\u00a0€");
        assertThat(German.euro(-5)).isEqualTo("−0,05\u00a0€");
        assertThat(new Money(49_999)).hasToString("499,99\u00a0€");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "31.12.99999", "9999-12-31", "0001-01-01", "1.1.1899", "2201-01-01"})
    void reads_no_day_that_no_calendar_shows(String typed) {
        assertThat(German.parseDate(typed)).isEmpty();
        assertThat(German.parseDate("31.12.2200")).isPresent();
        assertThat(German.parseDate("1900-01-01")).isPresent();
    }

    @Test
    void writes_amounts_for_a_field_so_that_it_can_read_them_again() {
        for (long cents : new long[] {0, 5, 99, 100, 123_450, -5, -123_450, 100_000_000_000L}) {
            assertThat(German.parseEuro(German.plainEuro(cents))).contains(cents);
            assertThat(German.parseEuro(German.euro(cents))).contains(cents);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234,5|123450",
                "1.234,50|123450",
                "1234|123400",
                "1.234|123400",
                " 1 234,50 €|123450",
                "0,01|1",
                "-20|-2000",
                "−20,00|-2000",
                "1.234.567,89|123456789"
            })
    void reads_amounts_as_people_type_them(String typed, long cents) {
        assertThat(German.parseEuro(typed)).contains(cents);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "abc",
                "1,234",
                "1.23",
                "1.2345",
                "12.34,5",
                "1,2,3",
                "1e3",
                "NaN",
                "--5",
                "1234567890123",
                "0x10",
                "٣"
            })
    void reads_nothing_else_as_an_amount(String typed) {
        assertThat(German.parseEuro(typed)).isEmpty();
    }

    @Test
    void writes_days_and_times() {
        LocalDate day = LocalDate.of(2027, 2, 3);
        assertThat(German.date(day)).isEqualTo("03.02.2027");
        assertThat(German.dateWithWeekday(day)).isEqualTo("Mi., 03.02.2027");
        assertThat(German.month(LocalDate.of(2027, 3, 1))).isEqualTo("März 2027");
        assertThat(German.time(LocalTime.of(9, 5))).isEqualTo("09:05");
        assertThat(German.number(1_234_567)).isEqualTo("1.234.567");
    }

    @Test
    void shows_instants_in_berlin_in_winter_and_in_summer() {
        assertThat(German.dateTime(Instant.parse("2027-02-03T08:00:00Z"))).isEqualTo("03.02.2027, 09:00\u00a0Uhr");
        assertThat(German.dateTime(Instant.parse("2027-07-03T08:00:00Z"))).isEqualTo("03.07.2027, 10:00\u00a0Uhr");
        assertThat(German.berlinDay(Instant.parse("2027-07-03T22:30:00Z"))).isEqualTo(LocalDate.of(2027, 7, 4));
        assertThat(German.berlinDay(Instant.parse("2027-02-03T22:30:00Z"))).isEqualTo(LocalDate.of(2027, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-03", "3.2.2027", "03.02.2027", " 3.2.2027 "})
    void reads_days_from_fields_and_from_people(String typed) {
        assertThat(German.parseDate(typed)).contains(LocalDate.of(2027, 2, 3));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "29.2.2027", "31.4.2027", "2027-02-30", "morgen", "2027-2-3"})
    void reads_no_day_that_does_not_exist(String typed) {
        assertThat(German.parseDate(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00", "9:00", "9.00", "9.00 Uhr", " 09:00 Uhr "})
    void reads_times_of_day(String typed) {
        assertThat(German.parseTime(typed)).contains(LocalTime.of(9, 0));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "24:01", "9:60", "neun"})
    void reads_no_time_that_does_not_exist(String typed) {
        assertThat(German.parseTime(typed)).isEmpty();
    }
}
