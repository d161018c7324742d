package de.digitallotsen.shared;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers, amounts and shares as people in Germany type them. Dot, blank or apostrophe part groups of three,
 * comma parts the decimals: {@code 1.234} is one thousand two hundred and thirty-four. What could be meant in two ways
 * ({@code 12.50}, {@code 1,234}, {@code 10 00}) is not read at all.
 */
final class TypedAmount {

    private static final String WHOLE = "(?<whole>[1-9]\\d{0,2}(?:\\.\\d{3}){1,3}|[1-9]\\d{0,2}(?: \\d{3}){1,3}"
            + "|[1-9]\\d{0,2}(?:['\u2019]\\d{3}){1,3}|\\d{1,12})";
    private static final String SIGN = "(?<sign>-?) ?";
    private static final String UNIT = "(?:€|EUR|Euro)";
    private static final Pattern EURO = Pattern.compile(
            "(?:" + UNIT + " ?)?" + SIGN + WHOLE + "(?:,(?<decimals>\\d{1,2})|[,.] ?(?:-|--))?(?: ?" + UNIT + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile(
            SIGN + WHOLE + "(?:,(?<decimals>\\d{1,2}))?(?: ?(?:%|Prozent|v\\. ?H\\.))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile(SIGN + WHOLE);
    private static final Pattern DAYS = Pattern.compile(SIGN + WHOLE + "(?: ?Tag(?:e|en)?)?", Pattern.CASE_INSENSITIVE);

    private TypedAmount() {}

    /** Cents. */
    static Optional<Long> euro(String text) {
        String typed = TypedText.of(text);
        boolean twice = typed.matches("(?i)(?:€|EUR|Euro).*(?:€|EUR|Euro)");
        return twice ? Optional.empty() : hundredths(EURO.matcher(typed));
    }

    /** Basis points. */
    static Optional<Long> percent(String text) {
        return hundredths(PERCENT.matcher(TypedText.of(text)));
    }

    static Optional<Long> number(String text) {
        return hundredths(NUMBER.matcher(TypedText.of(text))).map(hundredths -> hundredths / 100);
    }

    static Optional<Long> days(String text) {
        return hundredths(DAYS.matcher(TypedText.of(text))).map(hundredths -> hundredths / 100);
    }

    private static Optional<Long> hundredths(Matcher typed) {
        if (!typed.matches()) {
            return Optional.empty();
        }
        String decimals = typed.pattern().pattern().contains("<decimals>") ? typed.group("decimals") : null;
        String whole = typed.group("whole").replaceAll("\\D", "");
        long value = new BigDecimal(whole + "." + (decimals == null ? "0" : decimals))
                .movePointRight(2)
                .longValueExact();
        return Optional.of(typed.group("sign").isEmpty() ? value : -value);
    }
}
