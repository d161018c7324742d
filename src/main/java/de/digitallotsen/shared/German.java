package de.digitallotsen.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How dates, times and amounts are written and read in a German authority. Zone: Europe/Berlin (R22). */
public final class German {

    /** The zone in which every time is shown and every deadline is meant. */
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMANY);
    private static final DateTimeFormatter DATE_WITH_WEEKDAY =
            DateTimeFormatter.ofPattern("EE, dd.MM.uuuu", Locale.GERMANY);
    private static final DateTimeFormatter SHORT_DATE_WITH_WEEKDAY =
            DateTimeFormatter.ofPattern("EE, dd.MM.", Locale.GERMANY);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.GERMANY);

    private German() {}

    /** {@code 1.234,50 €} with a non-breaking space and, for negative amounts, a true minus sign. */
    public static String euro(long cents) {
        long absolute = Math.abs(cents);
        String whole = String.format(Locale.GERMANY, "%,d", absolute / 100);
        return (cents < 0 ? "−" : "") + whole + String.format(Locale.ROOT, ",%02d\u00a0€", absolute % 100);
    }

    /** {@code 1234,50}, for an input field. */
    public static String plainEuro(long cents) {
        long absolute = Math.abs(cents);
        return (cents < 0 ? "-" : "") + absolute / 100 + String.format(Locale.ROOT, ",%02d", absolute % 100);
    }

    /** {@code 33,33 %} of basis points, with a non-breaking space; whole percents without decimals. */
    public static String percent(long basisPoints) {
        return plainEuro(basisPoints).replace(",00", "") + "\u00a0%";
    }

    /** {@code 1.234}. */
    public static String number(long value) {
        return String.format(Locale.GERMANY, "%,d", value);
    }

    /** {@code 03.02.2027}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code Mi., 03.02.2027}. */
    public static String dateWithWeekday(LocalDate day) {
        return DATE_WITH_WEEKDAY.format(day);
    }

    /** {@code Mi., 03.02.}, where the year follows. */
    public static String shortDateWithWeekday(LocalDate day) {
        return SHORT_DATE_WITH_WEEKDAY.format(day);
    }

    /** {@code Februar 2027}. */
    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** {@code 09:00}. */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** {@code 03.02.2027, 09:00 Uhr} in Berlin. */
    public static String dateTime(Instant instant) {
        var berlin = instant.atZone(BERLIN);
        return DATE.format(berlin) + ", " + TIME.format(berlin) + "\u00a0Uhr";
    }

    /** The Berlin day of an instant. */
    public static LocalDate berlinDay(Instant instant) {
        return instant.atZone(BERLIN).toLocalDate();
    }

    /**
     * Cents: reads {@code 1234,5}, {@code 1.234,50}, {@code 1 000,00 EUR} and {@code 1000,- €}. Empty if it is no such
     * amount, or could be meant in two ways.
     */
    public static Optional<Long> parseEuro(String text) {
        return TypedAmount.euro(text);
    }

    /** Basis points: reads {@code 50}, {@code 50 %} and {@code 33,33 Prozent}. */
    public static Optional<Long> parsePercent(String text) {
        return TypedAmount.percent(text);
    }

    /** A whole number: reads {@code 20}, {@code 1.000} and {@code 1 000}. */
    public static Optional<Long> parseNumber(String text) {
        return TypedAmount.number(text);
    }

    /** A number of days: reads {@code 14} and {@code 14 Tage}. */
    public static Optional<Long> parseDays(String text) {
        return TypedAmount.days(text);
    }

    /**
     * Reads {@code 2027-02-03} (what a date field sends), {@code 3.2.2027}, {@code 3.2.27} and {@code 3. Februar 2027}
     * (what a person types), 1900 to 2200.
     */
    public static Optional<LocalDate> parseDate(String text) {
        return TypedDate.read(text);
    }

    /** Reads {@code 09:00}, {@code 9.00}, {@code 0900} and {@code 9 Uhr}. */
    public static Optional<LocalTime> parseTime(String text) {
        return TypedTime.read(text);
    }
}
