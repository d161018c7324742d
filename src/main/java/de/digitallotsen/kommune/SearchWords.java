package de.digitallotsen.kommune;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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

    /** Folded words with a space before and after each, for LIKE '% word%'. */
    static String index(String text, String... keys) {
        Set<String> words = new LinkedHashSet<>();
        words.addAll(split(withDigraphs(text)));
        words.addAll(split(withoutMarks(text)));
        Arrays.stream(keys).filter(Objects::nonNull).forEach(words::add);
        return " " + String.join(" ", words) + " ";
    }

    /** The folded words of what a person typed; at most {@value #MOST_WORDS}. */
    static List<String> of(String query) {
        return split(withDigraphs(query)).stream().limit(MOST_WORDS).toList();
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
