package de.digitallotsen.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;

/**
 * The conditions of a query, joined by „and“, with the values they ask for. A value never becomes part of the query's
 * text: each {@code ?} stands for one and is bound.
 */
public final class Conditions {

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

    /** What LIKE … ESCAPE '!' finds a text with, anywhere; null stays null. */
    public static String containing(String text) {
        return text == null ? null : "%" + text.replaceAll("[!%_]", "!$0") + "%";
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
