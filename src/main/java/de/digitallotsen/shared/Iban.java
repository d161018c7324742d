package de.digitallotsen.shared;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The number of an account (ISO 13616) that its two check digits say is typed right; a German one has 22 characters.
 *
 * @param value without blanks, in capitals
 */
public record Iban(String value) {

    private static final Pattern FORM = Pattern.compile("DE\\d{20}|(?!DE)[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** Empty if it is none, or mistyped; blanks count as what a reader sees: nothing (R37). */
    public static Optional<Iban> of(String typed) {
        String visible = VisibleText.line(typed);
        String value = visible == null ? "" : visible.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(value).matches() && remainder(value) == 1 ? Optional.of(new Iban(value)) : Optional.empty();
    }

    /** Country and check digits go to the end, letters become numbers from 10 on. */
    private static int remainder(String value) {
        String digits = (value.substring(4) + value.substring(0, 4))
                .chars()
                .mapToObj(character -> String.valueOf(Character.getNumericValue(character)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(MODULUS).intValue();
    }

    /** In groups of four, as it stands on paper. */
    public String printed() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
