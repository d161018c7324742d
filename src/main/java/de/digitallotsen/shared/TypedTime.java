package de.digitallotsen.shared;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times of day as people in Germany type them, and as time fields send them: {@code 9}, {@code 9 Uhr},
 * {@code 9:30 Uhr}, {@code 9 Uhr 30}, {@code 9.30}, {@code 0930}. Minutes have two digits: {@code 9:3} could be three
 * or thirty minutes past.
 */
final class TypedTime {

    private static final String HOUR = "(?<hour>\\d{1,2})";
    private static final String MINUTE = "(?<minute>\\d{2})";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(HOUR + "[:.]" + MINUTE + "(?::00(?:\\.0+)?)?(?: ?(?:Uhr|h))?", Pattern.CASE_INSENSITIVE),
            Pattern.compile(HOUR + "(?: ?(?:Uhr|h))?", Pattern.CASE_INSENSITIVE),
            Pattern.compile(HOUR + " ?(?:Uhr|h) ?" + MINUTE, Pattern.CASE_INSENSITIVE),
            Pattern.compile(HOUR + MINUTE + "(?: ?(?:Uhr|h))?", Pattern.CASE_INSENSITIVE));

    private TypedTime() {}

    static Optional<LocalTime> read(String text) {
        String typed = TypedText.of(text);
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(typed);
            if (found.matches()) {
                return time(found);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> time(Matcher found) {
        int hour = Integer.parseInt(found.group("hour"));
        int minute = found.pattern().pattern().contains("<minute>") ? Integer.parseInt(found.group("minute")) : 0;
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
