package de.digitallotsen.kommune;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Finds Kommunen by name, postcode and ARS; every typed word has to begin a word of the Kommune. */
@ApplicationScoped
public class KommuneSearch {

    /** Longest text that is looked for. */
    public static final int LONGEST_QUERY = Conditions.LONGEST_SEARCH;

    private static final String ELIGIBLE =
            "(k.type not in (MITGLIEDSGEMEINDE, GEMEINDEFREIES_GEBIET) and k.validFrom <= ?"
                    + " and (k.validTo is null or k.validTo >= ?))";
    /** With values of its own, which counting does not know. */
    private static final String ORDER =
            " order by case when k.name = :exact or k.displayName = :exact then 0 else 1 end,"
                    + " case when k.validTo is null then 0 else 1 end, case when "
                    + ELIGIBLE.replace("?", ":today")
                    + " then 0 else 1 end, k.name, k.displayName, k.ars";

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
        Conditions matching = matching(filter);
        long total = matching.bindTo(
                        database.createQuery("select count(k) from Kommune k where " + matching.sql(), Long.class))
                .getSingleResult();
        List<Kommune> kommunen = matching.bindTo(
                        database.createQuery("select k from Kommune k where " + matching.sql() + ORDER, Kommune.class))
                .setParameter("exact", filter.text() == null ? "" : filter.text())
                .setParameter("today", today())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(kommunen, page.page(), page.size(), total);
    }

    private Conditions matching(Filter filter) {
        Conditions conditions =
                new Conditions().and("k.type = ?", filter.type()).search("q", filter.text(), "k.searchText");
        if (filter.eligible() != null) {
            conditions.and((filter.eligible() ? "" : "not ") + ELIGIBLE, today());
        }
        return conditions;
    }

    private LocalDate today() {
        return SystemClock.today(clock);
    }
}
