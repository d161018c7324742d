package de.digitallotsen.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The German sentences and labels, from {@code messages/refusals.properties}, {@code messages/texts.properties} and
 * {@code messages/labels.properties}. Placeholders are named, {@code {capacity}}; values are written as a German reader
 * expects them: {@link Money} as 1.234,50 €, days as 03.02.2027, instants with Berlin time. What depends on a number
 * names both forms, {@code {waiting|eine Person wartet|# Personen warten}}, or three with one for none first; {@code #}
 * is the number. The name of a Kommune gets its article from the question it answers, {@code {kommune:wem}} → „der
 * Stadt Langenhagen“.
 */
public final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?::([Ww]e[rmn]))?((?:\\|[^|}]*)*)}");
    private static final ResourceBundle REFUSALS = bundle("refusals");
    private static final ResourceBundle TEXTS = bundle("texts");
    private static final ResourceBundle LABELS = bundle("labels");

    private Messages() {}

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("messages." + name, Locale.ROOT);
    }

    /** The sentence of a refusal. */
    public static String refusal(Refusal refusal, Map<String, Object> details) {
        return refusal(refusal, "", details);
    }

    /**
     * The sentence of a refusal during an act, where that has a way out of its own ({@code SEMINAR_FULL.rebooking}).
     */
    static String refusal(Refusal refusal, String act, Map<String, Object> details) {
        String own = refusal.name() + "." + act;
        return fill(REFUSALS.getString(REFUSALS.containsKey(own) ? own : refusal.name()), details);
    }

    /** A sentence by its key; details in pairs of name and value. */
    public static String text(String key, Object... details) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            map.put((String) details[i], details[i + 1]);
        }
        return fill(TEXTS.getString(key), map);
    }

    /** A sentence by its key; empty if there is none. */
    public static String textOrEmpty(String key) {
        return TEXTS.containsKey(key) ? TEXTS.getString(key) : "";
    }

    /** A sentence by its key; empty if there is none, or if it names something that the details do not have. */
    public static String textIfComplete(String key, Map<String, Object> details) {
        String pattern = textOrEmpty(key);
        boolean complete = PLACEHOLDER
                .matcher(pattern)
                .results()
                .allMatch(placeholder -> details.containsKey(placeholder.group(1)));
        return complete ? fill(pattern, details) : "";
    }

    /** The German word for a constant, for example {@code RegistrationStatus.WAITING} → „Warteliste“. */
    public static String label(Enum<?> constant) {
        return LABELS.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** The German word for a key of {@code labels.properties}; the key itself where there is none. */
    public static String label(String key) {
        try {
            return LABELS.getString(key);
        } catch (MissingResourceException absent) {
            return key;
        }
    }

    private static String fill(String pattern, Map<String, Object> details) {
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = format(details.get(matcher.group(1)));
            String question = matcher.group(2);
            String forms = matcher.group(3);
            matcher.appendReplacement(
                    text,
                    Matcher.quoteReplacement(
                            question != null
                                    ? Article.before(value, question)
                                    : forms.isEmpty()
                                            ? value
                                            : counted(forms.substring(1).split("\\|", -1), value)));
        }
        return matcher.appendTail(text).toString();
    }

    /** One and many, or none, one and many. */
    private static String counted(String[] forms, String number) {
        int many = forms.length - 1;
        int none = many == 2 ? 0 : many;
        return forms["1".equals(number) ? many - 1 : "0".equals(number) ? none : many].replace("#", number);
    }

    private static String format(Object value) {
        if (value instanceof Money money) {
            return money.toString();
        }
        if (value instanceof LocalDate day) {
            return German.date(day);
        }
        if (value instanceof Instant instant) {
            return German.dateTime(instant);
        }
        if (value instanceof Enum<?> constant) {
            return label(constant);
        }
        return String.valueOf(value);
    }
}
