package de.digitallotsen.shared;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the article before the name of a Kommune: „die Stadt Langenhagen“, „dem Landkreis Göttingen“. The messages ask
 * for it by the question that the case answers, {@code {kommune:wem}}; a capital letter begins a sentence. A name whose
 * designation is not known here stays without an article.
 */
final class Article {

    private static final Pattern FEMININE = Pattern.compile("(?iu)(?:berg- und )?\\S*(?:stadt|gemeinde|region) .+");
    private static final Pattern MASCULINE = Pattern.compile("(?iu)(?:\\S*flecken|landkreis) .+");
    private static final Pattern NEUTER = Pattern.compile("(?iu)nordseebad .+");
    private static final Map<String, String> OF_FEMININE = Map.of("wer", "die", "wem", "der", "wen", "die");
    private static final Map<String, String> OF_MASCULINE = Map.of("wer", "der", "wem", "dem", "wen", "den");
    private static final Map<String, String> OF_NEUTER = Map.of("wer", "das", "wem", "dem", "wen", "das");

    private Article() {}

    /** @param question {@code wer}, {@code wem} or {@code wen}; {@code Wer} at the beginning of a sentence */
    static String before(String name, String question) {
        String article = articles(name).getOrDefault(question.toLowerCase(Locale.ROOT), "");
        if (article.isEmpty()) {
            return name;
        }
        boolean begins = Character.isUpperCase(question.charAt(0));
        return (begins ? Character.toUpperCase(article.charAt(0)) + article.substring(1) : article) + " " + name;
    }

    private static Map<String, String> articles(String name) {
        if (FEMININE.matcher(name).matches()) {
            return OF_FEMININE;
        }
        if (MASCULINE.matcher(name).matches()) {
            return OF_MASCULINE;
        }
        return NEUTER.matcher(name).matches() ? OF_NEUTER : Map.of();
    }
}
