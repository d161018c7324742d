package de.digitallotsen.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;

/** Native statements over whole sets of rows, for what personal data need; values are bound in the order of ?1, ?2. */
@ApplicationScoped
public class Rows {

    private final EntityManager database;

    Rows(EntityManager database) {
        this.database = database;
    }

    /** A condition and its values, {@code ?1} and on. */
    public record Words(String sql, Object[] values) {}

    /** Rows in which each word that was typed begins one of a column of {@link SearchText}. */
    public static Words words(String column, String typed) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (SearchText.Word word : SearchText.words(typed)) {
            values.add("% " + word.folded() + "%");
            conditions.add(column + " like ?" + values.size());
        }
        return new Words(conditions.isEmpty() ? "1 = 0" : String.join(" and ", conditions), values.toArray());
    }

    /** How many rows were changed. */
    public int change(String sql, Object... values) {
        return bind(database.createNativeQuery(sql), values).executeUpdate();
    }

    /** The only number of the only row. */
    public long number(String sql, Object... values) {
        return ((Number) bind(database.createNativeQuery(sql), values).getSingleResult()).longValue();
    }

    /** The first column. */
    @SuppressWarnings("unchecked")
    public List<Object> column(String sql, Object... values) {
        return bind(database.createNativeQuery(sql), values).getResultList();
    }

    /** The first column as text. */
    public List<String> texts(String sql, Object... values) {
        return column(sql, values).stream().map(String::valueOf).toList();
    }

    /** Each row by the names of its columns; what is missing is left out. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> records(String sql, Object... values) {
        List<Tuple> rows =
                bind(database.createNativeQuery(sql, Tuple.class), values).getResultList();
        List<Map<String, Object>> records = new ArrayList<>();
        for (Tuple row : rows) {
            Map<String, Object> record = new LinkedHashMap<>();
            for (TupleElement<?> element : row.getElements()) {
                Object value = row.get(element);
                if (value != null) {
                    record.put(element.getAlias(), plain(value));
                }
            }
            records.add(record);
        }
        return records;
    }

    /**
     * What is kept about things of a person; nothing is asked if there are none.
     *
     * @param ids bound as {@code ?1}
     */
    public PersonalRecords.Holding holding(String kind, List<String> ids, String sql) {
        return new PersonalRecords.Holding(kind, ids.isEmpty() ? List.of() : records(sql, ids));
    }

    /** One type for each kind of value, whatever the driver gives. */
    private static Object plain(Object value) {
        if (value instanceof java.sql.Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (value instanceof java.time.LocalDateTime time) {
            return time.toInstant(java.time.ZoneOffset.UTC);
        }
        if (value instanceof java.sql.Date day) {
            return day.toLocalDate();
        }
        return value instanceof Number
                        || value instanceof Boolean
                        || value instanceof LocalDate
                        || value instanceof java.time.Instant
                ? value
                : String.valueOf(value);
    }

    private static <Q extends Query> Q bind(Q query, Object... values) {
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    /** What is deleted by one statement, from the instant on that the rule says; both end with {@code < ?1}. */
    public Expiry ending(String kind, RetentionRule rule, Retention retention, String count, String delete) {
        return new Expiry(
                kind,
                rule,
                day -> number(count, retention.before(rule, day)),
                (day, most) -> change(delete + " limit " + most, retention.before(rule, day)));
    }
}
