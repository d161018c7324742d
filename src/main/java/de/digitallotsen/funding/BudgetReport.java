package de.digitallotsen.funding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Reads the ledger: its lines, and the totals of any past day reproduced from them (R11). */
@ApplicationScoped
public class BudgetReport {

    private final EntityManager database;

    BudgetReport(EntityManager database) {
        this.database = database;
    }

    /**
     * One line of the ledger; the three amounts move the three totals, in cents.
     *
     * @param reference the registration concerned, or null
     */
    public record EntryLine(long id, Instant bookedAt, BudgetEntryType type, long allocatedCents, long reservedCents, long spentCents,
                            String reference, String kommuneArs, String kommuneName, String reason) {
    }

    /** Which lines: booked from the first to the last Berlin day, of one type; null means no limit. */
    public record Filter(LocalDate from, LocalDate to, BudgetEntryType type) {
    }

    /**
     * What the ledger says.
     *
     * @param totals              the sums of its lines
     * @param fundedRegistrations registrations whose money is reserved or spent
     */
    public record Position(BudgetTotals totals, long fundedRegistrations) {
    }

    /** The position at the end of that Berlin day, from the ledger alone; null means now. */
    public Position position(long periodId, LocalDate day) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(periodId, new Filter(null, day, null), parameters);
        TypedQuery<Object[]> query = database.createQuery("select coalesce(sum(e.allocatedCents), 0L), coalesce(sum(e.reservedCents), 0L), coalesce(sum(e.spentCents), 0L),"
                + " coalesce(sum(case e.type when RESERVATION then 1L when RELEASE then -1L else 0L end), 0L) from BudgetEntry e where " + where, Object[].class);
        Object[] row = bind(query, parameters).getSingleResult();
        return new Position(new BudgetTotals(number(row[0]), number(row[1]), number(row[2])), number(row[3]));
    }

    /** The ledger, newest first. */
    public Page<EntryLine> entries(long periodId, Filter filter, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(periodId, filter, parameters);
        long total = bind(database.createQuery("select count(e) from BudgetEntry e where " + where, Long.class), parameters).getSingleResult();
        TypedQuery<EntryLine> rows = bind(database.createQuery("select new " + EntryLine.class.getName()
                + "(e.id, e.bookedAt, e.type, e.allocatedCents, e.reservedCents, e.spentCents, e.reference, e.kommuneArs, k.displayName, e.reason)"
                + " from BudgetEntry e left join Kommune k on k.ars = e.kommuneArs where " + where + " order by e.id desc", EntryLine.class), parameters);
        return new Page<>(rows.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList(), page.page(), page.size(), total);
    }

    private static String where(long periodId, Filter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("e.periodId = :period");
        parameters.put("period", periodId);
        if (filter.from() != null) {
            where.append(" and e.bookedAt >= :from");
            parameters.put("from", startOf(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and e.bookedAt < :until");
            parameters.put("until", startOf(filter.to().plusDays(1)));
        }
        if (filter.type() != null) {
            where.append(" and e.type = :type");
            parameters.put("type", filter.type());
        }
        return where.toString();
    }

    private static Instant startOf(LocalDate berlinDay) {
        return berlinDay.atStartOfDay(German.BERLIN).toInstant();
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
