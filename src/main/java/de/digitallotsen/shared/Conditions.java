package de.digitallotsen.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;

/**
 * The conditions of a query, joined by „and“, with the values they ask for. A value never becomes part of the query's
 * text: each {@code ?} stands for one and is bound.
 */
public final class Conditions {

    /** Longest text that is looked for. */
    public static final int LONGEST_SEARCH = 100;
    /** Three letters stand in many references by chance; with a digit among them somebody means one. */
    private static final Pattern REFERENCE_PART = Pattern.compile("[A-HJ-NP-Z2-9]{4,8}|(?=.*[2-9])[A-HJ-NP-Z2-9]{3}");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Adds a condition; it is left out if its only value is null, which means no limit.
     *
     * @param condition with a {@code ?} for each value, or for the only one as often as it is needed
     */
    public Conditions and(String condition, Object... given) {
        if (given.length == 1 && given[0] == null) {
            return this;
        }
        StringBuilder named = new StringBuilder();
        int next = 0;
        for (char letter : condition.toCharArray()) {
            if (letter == '?') {
                named.append(':').append(bind(given[given.length == 1 ? 0 : next++]));
            } else {
                named.append(letter);
            }
        }
        conditions.add(named.toString());
        return this;
    }

    private String bind(Object value) {
        return values.entrySet().stream()
                .filter(bound -> bound.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    String name = "value" + values.size();
                    values.put(name, value);
                    return name;
                });
    }

    /** One of several values; null means no limit, none means that nothing matches. */
    public Conditions in(String column, Collection<?> allowed) {
        return allowed != null && allowed.isEmpty() ? and("1 = 0") : and(column + " in ?", allowed);
    }

    /** Instants on these Berlin days, both included; null means no limit. */
    public Conditions onDays(String column, LocalDate from, LocalDate to) {
        return and(column + " >= ?", from == null ? null : startOf(from))
                .and(column + " < ?", to == null ? null : startOf(to.plusDays(1)));
    }

    private static Instant startOf(LocalDate berlinDay) {
        return berlinDay.atStartOfDay(German.BERLIN).toInstant();
    }

    /**
     * Rows that hold what a person looks for: each word typed has to begin a word of one of these columns
     * ({@link SearchText}). Null and blank mean no limit; what holds no word finds nothing.
     *
     * @param field how the field is called in which it was typed
     * @param columns of {@link SearchText}, or a condition with a {@code ?} for the word
     * @throws InvalidInputException if it is too long for a search
     */
    public Conditions search(String field, String typed, String... columns) {
        return search(field, typed, null, List.of(columns));
    }

    /**
     * The same, where a word may also be a part of a reference (R23).
     *
     * @param reference the column that holds it, or null
     */
    public Conditions search(String field, String typed, String reference, List<String> columns) {
        Input input = new Input();
        String text = input.optional(field, "Suchtext", typed, LONGEST_SEARCH);
        input.throwIfWrong();
        if (text == null) {
            return this;
        }
        StringJoiner all = new StringJoiner(" and ");
        List<Object> given = new ArrayList<>();
        SearchText.words(text).forEach(word -> all.add(anyOf(word, reference, columns, given)));
        String whole = bare(text);
        if (given.isEmpty()) {
            return and("1 = 0");
        }
        if (reference == null || !REFERENCE_PART.matcher(whole).matches()) {
            return and("(" + all + ")", given.toArray());
        }
        given.add("%" + whole + "%");
        return and("(" + all + " or " + reference + " like ?)", given.toArray());
    }

    /**
     * Rows with a number or key, or with a reference of which this is a part, however it is written: with blanks,
     * hyphens, small letters. Null means no limit. Digits alone are a number, which is the same or not.
     */
    public Conditions numbered(String column, String typed) {
        String bare = typed == null ? "" : bare(typed);
        return REFERENCE_PART.matcher(bare).matches() && !bare.matches("\\d+")
                ? and("(" + column + " = ? or " + column + " like ?)", typed, "%" + bare + "%")
                : and(column + " = ?", typed);
    }

    private static String bare(String typed) {
        return typed.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private static String anyOf(SearchText.Word word, String reference, List<String> columns, List<Object> given) {
        StringJoiner any = new StringJoiner(" or ", "(", ")");
        for (String column : columns) {
            any.add(column.contains("?") ? column : column + " like ?");
            given.add("% " + word.folded() + "%");
        }
        if (reference != null && REFERENCE_PART.matcher(word.typed()).matches()) {
            any.add(reference + " like ?");
            given.add("%" + word.typed() + "%");
        }
        return any.toString();
    }

    /** What stands behind „where“. */
    public String sql() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    /** The query with all values. */
    public <T> TypedQuery<T> bindTo(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    /** The query with all values. */
    public Query bindTo(Query query) {
        values.forEach(query::setParameter);
        return query;
    }

    /**
     * One page of the rows that match, and how many there are.
     *
     * @param select up to „from“, without it
     * @param from the entity and what is joined to it, without „from“ and without „where“
     * @param order what stands behind „order by“
     */
    public <T> Page<T> page(
            EntityManager database, Class<T> row, String select, String from, String order, Page.Request page) {
        long total = bindTo(database.createQuery("select count(*) from " + from + " where " + sql(), Long.class))
                .getSingleResult();
        List<T> items = bindTo(
                        database.createQuery(select + " from " + from + " where " + sql() + " order by " + order, row))
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(items, page.page(), page.size(), total);
    }
}
