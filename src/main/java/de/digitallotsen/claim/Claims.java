package de.digitallotsen.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The claims, and which spent entries of the ledger they hold. */
@ApplicationScoped
class Claims implements PanacheRepository<Claim> {

    private static final String SPENT = " e.type in ('SPENDING', 'CORRECTION') and e.spent_cents <> 0 ";
    private static final String OPEN = " not exists (select 1 from claim_line held where held.budget_entry_id = e.id) ";
    /** Takes back, or adds to, what a claim has asked for. */
    private static final String CORRECTS = " (e.type = 'CORRECTION' and exists (select 1 from claim_line l"
            + " join budget_entry b on b.id = l.budget_entry_id where b.registration_id = e.registration_id)) ";

    private final EntityManager database;
    private final Budget budget;

    Claims(EntityManager database, Budget budget) {
        this.database = database;
        this.budget = budget;
    }

    /**
     * Draws the next number. Its row stays locked until the end of the transaction: who gathers for the same period
     * waits, and a transaction that fails leaves no gap.
     */
    String nextNumber(FundingPeriod period) {
        int year = period.firstDay().getYear();
        database.createNativeQuery("insert into claim_counter (first_year, last_number) values (?1, 1)"
                        + " on duplicate key update last_number = last_number + 1")
                .setParameter(1, year)
                .executeUpdate();
        int number = ((Number) database.createNativeQuery("select last_number from claim_counter where first_year = ?1")
                        .setParameter(1, year)
                        .getSingleResult())
                .intValue();
        return String.format(Locale.ROOT, "%d-%03d", year, number);
    }

    /** Whoever gathers for this period waits until the end of the transaction. */
    void lockGathering(FundingPeriod period) {
        database.createNativeQuery("update claim_counter set last_number = last_number where first_year = ?1")
                .setParameter(1, period.firstDay().getYear())
                .executeUpdate();
    }

    /** Locks a claim until the end of the transaction and reads it; a write, as everywhere. */
    Claim lock(long id) {
        database.createNativeQuery("update claim set version = version where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        return one(id).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    /** What was paid on it; null unless it is paid. */
    ClaimPayment payment(long claimId) {
        return database.find(ClaimPayment.class, claimId);
    }

    /** With its period and programme; empty if there is none. */
    Optional<Claim> one(long id) {
        return find("from Claim c join fetch c.period p join fetch p.programme where c.id = ?1", id)
                .firstResultOptional();
    }

    /**
     * Spent entries that no claim holds: those of the seminars, none named means all; and every correction of something
     * that was claimed, whatever its seminar.
     */
    @SuppressWarnings("unchecked")
    List<Long> openEntries(long periodId, List<Long> seminars) {
        String selected = seminars.isEmpty() ? "" : " and (r.seminar_id in (:seminars) or" + CORRECTS + ")";
        var query = database.createNativeQuery(
                        "select e.id from budget_entry e join registration r on r.id = e.registration_id"
                                + " where e.period_id = :period and"
                                + SPENT + "and" + OPEN + selected + " order by e.id",
                        Long.class)
                .setParameter("period", periodId);
        return (seminars.isEmpty() ? query : query.setParameter("seminars", seminars)).getResultList();
    }

    /** True if something that a claim holds was corrected, and no claim holds the correction. */
    boolean hasOpenCorrections(long periodId) {
        return ((Number) database.createNativeQuery("select count(*) from budget_entry e where e.period_id = ?1 and"
                                        + SPENT + "and" + OPEN + "and" + CORRECTS)
                                .setParameter(1, periodId)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** Puts entries into a claim; the schema refuses one that another claim holds. */
    void gather(long claimId, List<Long> entries) {
        for (Long entry : entries) {
            database.createNativeQuery("insert into claim_line (claim_id, budget_entry_id) values (?1, ?2)")
                    .setParameter(1, claimId)
                    .setParameter(2, entry)
                    .executeUpdate();
        }
    }

    /** Its entries can be claimed again. */
    void letGo(long claimId) {
        database.createNativeQuery("delete from claim_line where claim_id = ?1")
                .setParameter(1, claimId)
                .executeUpdate();
    }

    /** What these entries add up to, and where the money of the period stands. */
    Claim.Sums sums(long periodId, Long claimId, List<Long> entries) {
        long amount = entries.isEmpty()
                ? 0
                : number(database.createNativeQuery(
                                "select coalesce(sum(spent_cents), 0) from budget_entry where id in (:entries)")
                        .setParameter("entries", entries)
                        .getSingleResult());
        long drawn = number(
                database.createNativeQuery("select coalesce(sum(amount_cents), 0) from claim where period_id = ?1"
                                + " and status in ('SUBMITTED', 'APPROVED', 'PAID') and id <> ?2")
                        .setParameter(1, periodId)
                        .setParameter(2, claimId == null ? -1L : claimId)
                        .getSingleResult());
        return new Claim.Sums(amount, budget.totals(periodId).allocated(), drawn);
    }

    /** The entries that a claim holds. */
    @SuppressWarnings("unchecked")
    List<Long> entriesOf(long claimId) {
        return database.createNativeQuery(
                        "select budget_entry_id from claim_line where claim_id = ?1 order by budget_entry_id",
                        Long.class)
                .setParameter(1, claimId)
                .getResultList();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
