package de.digitallotsen.shared;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final DateTimeFormatter LOOSE_DATE =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** What lies outside is mistyped, and far enough outside no calendar and no database can hold it. */
    private static final int EARLIEST_YEAR = 1900;

    private static final int LATEST_YEAR = 2200;
    private static final Pattern AMOUNT = Pattern.compile("-?(\\d{1,12}|\\d{1,3}(\\.\\d{3}){1,3})(,\\d{1,2})?");

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
     * Reads {@code 1234,5}, {@code 1.234,50} and {@code 1234}, with or without €; cents. Empty if it is no such amount.
     */
    public static Optional<Long> parseEuro(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String bare = text.replace("€", "").replaceAll("[\\s\u00a0\u202f]", "").replace('−', '-');
        if (!AMOUNT.matcher(bare).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(bare.replace(".", "").replace(',', '.'))
                .movePointRight(2)
                .longValueExact());
    }

    /** Reads {@code 2027-02-03} (what a date field sends) and {@code 3.2.2027} (what a person types), 1900 to 2200. */
    public static Optional<LocalDate> parseDate(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String bare = text.strip();
        try {
            return Optional.of(bare.contains(".") ? LocalDate.parse(bare, LOOSE_DATE) : LocalDate.parse(bare))
                    .filter(day -> day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** Reads {@code 09:00}, {@code 9:00} and {@code 9.00}. */
    public static Optional<LocalTime> parseTime(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String bare = text.strip().replace("Uhr", "").strip().replace('.', ':');
        try {
            return Optional.of(LocalTime.parse(bare.indexOf(':') == 1 ? "0" + bare : bare));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
