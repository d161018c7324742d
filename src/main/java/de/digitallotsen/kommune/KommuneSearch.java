package de.digitallotsen.kommune;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Finds Kommunen by name, postcode and ARS; every typed word has to begin a word of the Kommune. */
@ApplicationScoped
public class KommuneSearch {

    /** Longest text that is looked for. */
    public static final int LONGEST_QUERY = 100;

    private static final String ELIGIBLE =
            "(k.type not in (MITGLIEDSGEMEINDE, GEMEINDEFREIES_GEBIET) and k.validFrom <= :today"
                    + " and (k.validTo is null or k.validTo >= :today))";

    private final EntityManager database;
    private final Clock clock;

    KommuneSearch(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param text name, postcode or ARS, or the beginning of one; null finds all
     * @param type only this kind; null finds all
     * @param eligible only those that may (or may not) register today; null finds all
     */
    public record Filter(String text, KommuneType type, Boolean eligible) {}

    /**
     * The Kommunen that match: an exact name first, then those that may register, then by name. An ended one comes
     * last.
     */
    public Page<Kommune> find(Filter filter, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = bind(database.createQuery("select count(k) from Kommune k where " + where, Long.class), parameters)
                .getSingleResult();
        parameters.put("exact", filter.text() == null ? "" : filter.text());
        TypedQuery<Kommune> rows = bind(
                database.createQuery(
                        "select k from Kommune k where " + where
                                + " order by case when k.name = :exact or k.displayName = :exact then 0 else 1 end,"
                                + " case when k.validTo is null then 0 else 1 end, case when " + ELIGIBLE
                                + " then 0 else 1 end, k.name, k.displayName, k.ars",
                        Kommune.class),
                parameters);
        rows.setParameter("today", today());
        return new Page<>(
                rows.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList(),
                page.page(),
                page.size(),
                total);
    }

    /** The Mitgliedsgemeinden of a Samtgemeinde that exist today, by name. */
    public List<Kommune> membersOf(String samtgemeindeArs) {
        return database.createQuery(
                        "select k from Kommune k where k.samtgemeindeArs = :ars and k.validTo is null order by k.name",
                        Kommune.class)
                .setParameter("ars", samtgemeindeArs)
                .getResultList();
    }

    private String where(Filter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("1 = 1");
        Input input = new Input();
        String text = input.optional("q", "Suchtext", filter.text(), LONGEST_QUERY);
        input.throwIfWrong();
        if (text != null) {
            List<String> words = SearchWords.of(text);
            for (int i = 0; i < words.size(); i++) {
                where.append(" and k.searchText like :word").append(i);
                parameters.put("word" + i, "% " + words.get(i) + "%");
            }
            if (words.isEmpty()) {
                where.append(" and 1 = 0");
            }
        }
        if (filter.type() != null) {
            where.append(" and k.type = :type");
            parameters.put("type", filter.type());
        }
        if (filter.eligible() != null) {
            where.append(filter.eligible() ? " and " : " and not ").append(ELIGIBLE);
            parameters.put("today", today());
        }
        return where.toString();
    }

    private LocalDate today() {
        return SystemClock.today(clock);
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
