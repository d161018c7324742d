package de.digitallotsen.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes text findable however it is typed, the same way in every list (R37, adr/0051): „Öztürk“, „Oeztuerk“ and
 * „Ozturk“, „Groß“ and „Gross“, „Łukasz“ and „Lukasz“, „O’Neill“ with any apostrophe or none, in any normal form. A
 * column holds the folded words of a row; a query finds it if each of its words begins one of them, in any order.
 */
public final class SearchText {

    /** What a column of such words holds at most: an index over it has to fit into 3,072 bytes. */
    public static final int LONGEST = 750;

    /** More words than a name has are no search but an attack on the database. */
    private static final int MOST_WORDS = 8;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Apostrophes of all kinds, what is typed instead, and the letters of DIN 91379 that look like one. */
    private static final Pattern APOSTROPHES =
            Pattern.compile("['\u0060\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u2018\u2019"
                    + "\u201b\u2032\u2035\u055a\u05f3\ua78b\ua78c\uff07]");
    /** Letters that Unicode does not take apart. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "a"),
            Map.entry('œ', "o"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ħ', "h"),
            Map.entry('ı', "i"),
            Map.entry('ĸ', "k"),
            Map.entry('ŋ', "n"),
            Map.entry('ŧ', "t"),
            Map.entry('ə', "a"),
            Map.entry('ǥ', "g"),
            Map.entry('ƀ', "b"),
            Map.entry('ɨ', "i"),
            Map.entry('ƶ', "z"),
            Map.entry('ʒ', "z"),
            Map.entry('ς', "σ"));
    /** An umlaut and how it is written without one are the same, also half and half: „Oezturk“. */
    private static final Pattern DIGRAPHS = Pattern.compile("a([ae])|oe|ue");

    private SearchText() {}

    /**
     * A word that is looked for.
     *
     * @param folded as it stands in the columns
     * @param typed as it was typed, in capitals, for what is compared letter by letter
     */
    public record Word(String folded, String typed) {}

    /**
     * The content of a column: folded words with a blank before and after each. What is longer than the column is cut
     * between two words.
     */
    public static String of(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(texts).filter(Objects::nonNull).forEach(text -> {
            String plain = seen(text);
            words.addAll(split(fold(APOSTROPHES.matcher(plain).replaceAll(""))));
            words.addAll(split(fold(APOSTROPHES.matcher(plain).replaceAll(" "))));
        });
        String all = " " + String.join(" ", words) + " ";
        return all.length() <= LONGEST ? all : all.substring(0, all.lastIndexOf(' ', LONGEST - 1) + 1);
    }

    /** The words of what a person typed; at most {@value #MOST_WORDS}. */
    public static List<Word> words(String typed) {
        String plain = APOSTROPHES.matcher(seen(typed)).replaceAll("");
        return Arrays.stream(Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+").split(plain))
                .flatMap(token ->
                        split(fold(token)).stream().map(word -> new Word(word, token.toUpperCase(Locale.ROOT))))
                .limit(MOST_WORDS)
                .toList();
    }

    /** An address in all the forms in which somebody may look for it; null stays null. */
    public static String address(String stored) {
        return stored == null ? null : stored + " " + EmailAddress.shown(stored);
    }

    /** With plain apostrophes for those of every kind, and for what is typed instead. */
    public static String plainApostrophes(String text) {
        return APOSTROPHES.matcher(text).replaceAll("'");
    }

    private static String seen(String text) {
        return VisibleText.seen(text);
    }

    private static String fold(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(lower.length());
        for (char letter : lower.toCharArray()) {
            letters.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
        }
        String bare = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("");
        return DIGRAPHS.matcher(bare).replaceAll(digraph -> digraph.group().substring(0, 1));
    }

    private static List<String> split(String folded) {
        return Arrays.stream(SEPARATORS.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
