package de.digitallotsen.kommune;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes names findable however they are typed: „Göttingen“, „Goettingen“ and „Gottingen“ find the same Kommunen, in any
 * normal form of Unicode. The index carries both foldings of an umlaut (oe and o); a query is folded to the first.
 */
final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    /** More words than a name has are no search but an attack on the database. */
    private static final int MOST_WORDS = 8;

    private SearchWords() {}

    /** The folded words of a name. */
    static List<String> of(String name) {
        return split(withDigraphs(name));
    }

    private static String withDigraphs(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.GERMANY)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return withoutMarks(folded);
    }

    private static String withoutMarks(String text) {
        String decomposed =
                Normalizer.normalize(text.toLowerCase(Locale.GERMANY).replace("ß", "ss"), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("");
    }

    private static List<String> split(String folded) {
        return Arrays.stream(SEPARATORS.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
