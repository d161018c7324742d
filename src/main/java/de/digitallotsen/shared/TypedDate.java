package de.digitallotsen.shared;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people in Germany type them, and as date fields send them: {@code 2.3.27}, {@code 02.03.2027},
 * {@code 2. März 2027}, {@code 2027-03-02}, each with its weekday before it if that is the right one. Two digits are a
 * year of this century. Anything else could be meant in two ways and is not read.
 */
final class TypedDate {

    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})");
    private static final Pattern DOTTED =
            Pattern.compile("(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?(?<year>\\d{4}|\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(?<day>\\d{1,2})\\.? ?(?<month>\\p{L}{3,9})\\.? ?(?<year>\\d{4}|\\d{2})");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?<weekday>\\p{L}{2,10})(?:\\., ?|\\. ?|, ?| )(?<rest>\\d.*)");
    private static final List<String> MONTHS = List.of(
            "januar jan jänner",
            "februar feb",
            "märz maerz mär mrz",
            "april apr",
            "mai",
            "juni jun",
            "juli jul",
            "august aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "dezember dez");
    /** What lies outside is mistyped, and far enough outside no calendar and no database can hold it. */
    private static final int EARLIEST_YEAR = 1900;

    private static final int LATEST_YEAR = 2200;
    private static final int CENTURY = 2000;

    private TypedDate() {}

    static Optional<LocalDate> read(String text) {
        String typed = TypedText.of(text);
        Matcher weekday = WEEKDAY.matcher(typed);
        if (!weekday.matches()) {
            return day(typed);
        }
        return day(weekday.group("rest")).filter(day -> isCalled(day, weekday.group("weekday")));
    }

    private static boolean isCalled(LocalDate day, String weekday) {
        String name = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.GERMANY);
        return name.equalsIgnoreCase(weekday)
                || name.substring(0, 2).equalsIgnoreCase(weekday)
                || (day.getDayOfWeek() == DayOfWeek.SATURDAY && "Sonnabend".equalsIgnoreCase(weekday));
    }

    private static Optional<LocalDate> day(String typed) {
        for (Pattern form : List.of(ISO, DOTTED, NAMED)) {
            Matcher found = form.matcher(typed);
            if (found.matches()) {
                return day(found);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher found) {
        int year = Integer.parseInt(found.group("year"));
        try {
            return Optional.of(LocalDate.of(
                            found.group("year").length() == 2 ? CENTURY + year : year,
                            month(found.group("month")),
                            Integer.parseInt(found.group("day"))))
                    .filter(day -> day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** 0, which is no month, if it is called like none. */
    private static int month(String typed) {
        if (Character.isDigit(typed.charAt(0))) {
            return Integer.parseInt(typed);
        }
        String name = typed.toLowerCase(Locale.GERMANY);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (List.of(MONTHS.get(i).split(" ")).contains(name)) {
                return i + 1;
            }
        }
        return 0;
    }
}
