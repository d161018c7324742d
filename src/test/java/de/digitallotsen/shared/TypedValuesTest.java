package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a value as people type it, with what is read; „-“ where nothing is, because it could mean two things. */
class TypedValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "1000 | 100000",
                "1000,00 | 100000",
                "1000,5 | 100050",
                "1.000 | 100000",
                "1.234 | 123400",
                "1.234,50 | 123450",
                "1.234.567,89 | 123456789",
                "1 000,00 EUR | 100000",
                "1 000 000 | 100000000",
                "1\u00a0000,00\u00a0€ | 100000",
                "1\u202f000,00 € | 100000",
                "'1''000,00' | 100000",
                "1’000 | 100000",
                "1000,- € | 100000",
                "'1000,-' | 100000",
                "1000,-€ | 100000",
                "1.000,-- | 100000",
                "'1000,–' | 100000",
                "1000.- | 100000",
                "€ 1000 | 100000",
                "EUR 1.000,00 | 100000",
                "1000 Euro | 100000",
                "1000 eur | 100000",
                "-500 | -50000",
                "−500,00 € | -50000",
                "0 | 0",
                "0,00 | 0",
                "007 | 700",
                "500\u200b,00 | 50000",
                "10 00 | -",
                "1.23 | -",
                "12.50 | -",
                "1,234 | -",
                "1,234.50 | -",
                "1.2345 | -",
                "1.000 000 | -",
                "0.100 | -",
                "1000, | -",
                "',50' | -",
                "1000,- - | -",
                "1 000 , 00 | -",
                "€ 100 € | -",
                "100 $ | -",
                "50 % | -",
                "tausend | -",
                "1000² | -",
                "1e3 | -",
                "0x10 | -",
                "'1000,-5' | -",
                "1000-2000 | -",
                "١٠٠ | -",
                "9999999999999 | -",
                "--5 | -",
                "5- | -",
                "1.000,000 | -"
            })
    void reads_amounts(String typed, String cents) {
        assertThat(German.parseEuro(typed).map(String::valueOf).orElse("-")).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | 20",
                "1.000 | 1000",
                "1 000 | 1000",
                "\u00a020 | 20",
                "020 | 20",
                "-1 | -1",
                "20,5 | -",
                "20,0 | -",
                "2.0 | -",
                "2 0 | -",
                "1.00 | -",
                "20 Plätze | -",
                "zwanzig | -",
                "+5 | -",
                "1e2 | -",
                "٢٠ | -",
                "20. | -"
            })
    void reads_whole_numbers(String typed, String number) {
        assertThat(German.parseNumber(typed).map(String::valueOf).orElse("-")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50 | 5000",
                "50 % | 5000",
                "50% | 5000",
                "33,33 % | 3333",
                "33,3 | 3330",
                "50 Prozent | 5000",
                "0 | 0",
                "100 % | 10000",
                "50.5 | -",
                "0.5 | -",
                "50 € | -",
                "1/2 | -",
                "33,333 | -",
                "50 %% | -"
            })
    void reads_shares(String typed, String basisPoints) {
        assertThat(German.parsePercent(typed).map(String::valueOf).orElse("-")).isEqualTo(basisPoints);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"14 | 14", "14 Tage | 14", "1 Tag | 1", "14 Tagen | 14", "2 Wochen | -", "1,5 | -"})
    void reads_days(String typed, String days) {
        assertThat(German.parseDays(typed).map(String::valueOf).orElse("-")).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-02 | 2027-03-02",
                "2.3.2027 | 2027-03-02",
                "02.03.2027 | 2027-03-02",
                "2.3.27 | 2027-03-02",
                "02.03.27 | 2027-03-02",
                "2. 3. 2027 | 2027-03-02",
                "2. März 2027 | 2027-03-02",
                "2.März 2027 | 2027-03-02",
                "2 März 2027 | 2027-03-02",
                "2. Maerz 27 | 2027-03-02",
                "2. Mrz. 2027 | 2027-03-02",
                "2.\u00a0März\u00a02027 | 2027-03-02",
                "31. Dezember 2027 | 2027-12-31",
                "1. MAI 2027 | 2027-05-01",
                "1. Jänner 2027 | 2027-01-01",
                "Di., 2.3.2027 | 2027-03-02",
                "'Dienstag, 2. März 2027' | 2027-03-02",
                "Di 2.3.27 | 2027-03-02",
                "29.2.2028 | 2028-02-29",
                "\u200e2.3.2027 | 2027-03-02",
                "'Sonnabend, 6.3.2027' | 2027-03-06",
                "'Sonnabend, 7.3.2027' | -",
                "Mi., 2.3.2027 | -",
                "29.2.2027 | -",
                "31.4.2027 | -",
                "32.1.2027 | -",
                "2.13.2027 | -",
                "0.3.2027 | -",
                "2/3/2027 | -",
                "3/2/27 | -",
                "2-3-2027 | -",
                "2027-3-2 | -",
                "20270302 | -",
                "02032027 | -",
                "2.3. | -",
                "2.3 | -",
                "2.3.227 | -",
                "2.3.20277 | -",
                "2,3,2027 | -",
                "2. Foo 2027 | -",
                "2. Ma 2027 | -",
                "1.1.1899 | -",
                "1.1.2201 | -",
                "2027-02-30 | -",
                "morgen | -",
                "2.3.2027 9 Uhr | -",
                "+2027-03-02 | -"
            })
    void reads_days_of_the_calendar(String typed, String day) {
        assertThat(German.parseDate(typed).map(String::valueOf).orElse("-")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00 | 09:00",
                "9:00 | 09:00",
                "9.00 | 09:00",
                "9.30 | 09:30",
                "9:30 Uhr | 09:30",
                "9.30 Uhr | 09:30",
                "9 Uhr | 09:00",
                "9Uhr | 09:00",
                "9 uhr | 09:00",
                "9 | 09:00",
                "09 | 09:00",
                "0930 | 09:30",
                "930 | 09:30",
                "9 Uhr 30 | 09:30",
                "9h | 09:00",
                "9h30 | 09:30",
                "1630 | 16:30",
                "16:30:00 | 16:30",
                "0:00 | 00:00",
                "0000 | 00:00",
                "23:59 | 23:59",
                "\u00a09\u202fUhr | 09:00",
                "9:3 | -",
                "9.3 | -",
                "9:60 | -",
                "24:00 | -",
                "24 | -",
                "2400 | -",
                "1260 | -",
                "9:30:30 | -",
                "9,30 | -",
                "9-30 | -",
                "halb zehn | -",
                "9 PM | -",
                "-9 | -",
                "12345 | -",
                "9:00-16:00 | -",
                "٩ | -"
            })
    void reads_times(String typed, String time) {
        assertThat(German.parseTime(typed).map(String::valueOf).orElse("-")).isEqualTo(time);
    }

    static Stream<String> missing() {
        return Stream.of(null, "", "  ", "\u00a0", "\u200b");
    }

    @ParameterizedTest
    @MethodSource("missing")
    void reads_nothing_where_nothing_is(String typed) {
        assertThat(German.parseEuro(typed)).isEqualTo(Optional.empty());
        assertThat(German.parseNumber(typed)).isEmpty();
        assertThat(German.parsePercent(typed)).isEmpty();
        assertThat(German.parseDays(typed)).isEmpty();
        assertThat(German.parseDate(typed)).isEmpty();
        assertThat(German.parseTime(typed)).isEmpty();
    }

    @Test
    void reads_back_what_it_writes() {
        for (long cents : new long[] {0, 1, 99, 100, 123_450, 100_000_000, -123_450}) {
            assertThat(German.parseEuro(German.euro(cents))).hasValue(cents);
            assertThat(German.parseEuro(German.plainEuro(cents))).hasValue(cents);
            assertThat(German.parsePercent(German.percent(cents))).hasValue(cents);
        }
        assertThat(German.parseNumber(German.number(1_234_567))).hasValue(1_234_567L);
    }

    @Test
    void says_bounds_in_the_unit_of_the_field() {
        Input input = new Input();
        input.euro("fee", "Teilnahmeentgelt", 15_000_000L, 0, 10_000_000);
        input.percent("rate", "Fördersatz", 10_001L, 0, 10_000);
        input.number("seats", "Plätze", 5_000L, 1, 1_500);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                InvalidInputException.class, input::throwIfWrong)
                        .violations())
                .extracting(violation -> violation.message().replace('\u00a0', ' '))
                .containsExactly(
                        "„Teilnahmeentgelt“ muss zwischen 0,00 € und 100.000,00 € liegen.",
                        "„Fördersatz“ muss zwischen 0 % und 100 % liegen.",
                        "„Plätze“ muss zwischen 1 und 1.500 liegen.");
    }
}
