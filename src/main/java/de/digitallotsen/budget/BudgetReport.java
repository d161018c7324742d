package de.digitallotsen.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Reads the ledger: its lines, and the totals of any past day reproduced from them (R11). Days are those of Berlin, the
 * instants of the lines UTC, amounts cents.
 */
@ApplicationScoped
public class BudgetReport {

    private static final String LINE = "select new " + EntryLine.class.getName()
            + "(e.id, e.number, e.bookedAt, e.type, e.allocatedCents, e.reservedCents, e.spentCents,"
            + " e.reference, e.kommuneArs, k.displayName, e.reason, e.formerNumber,"
            + " cast(e.periodId as string), p.name, o.id, o.number, cast(o.periodId as string), q.name,"
            + " cast(null as string), cast(null as string))";
    private static final String LINES = "BudgetEntry e left join FundingPeriod p on p.id = e.periodId"
            + " left join Kommune k on k.ars = e.kommuneArs left join Counterpart c on c.entryId = e.id"
            + " left join BudgetEntry o on o.id = c.counterpartId left join FundingPeriod q on q.id = o.periodId";
    private static final String NEWEST_FIRST = "e.id desc";

    private final EntityManager database;
    private final ClaimedEntries claimed;

    BudgetReport(EntityManager database, ClaimedEntries claimed) {
        this.claimed = claimed;
        this.database = database;
    }

    /**
     * One line of the ledger; the three amounts move the three totals, in cents.
     *
     * @param id for programs; has gaps
     * @param number 1, 2, 3 … in its period, without a gap (R34): what people read as the number of the Buchung
     * @param reference the registration concerned, or null
     * @param reason why the budget was changed; of a registration only that there is one: what the NSI wrote may name
     *     the person (R25)
     * @param formerNumber what was shown as its number before numbers had no gaps; null for what was booked since
     * @param counterpartId the entry that is the other side of a carry-over, in another period; null for every other
     *     entry
     * @param counterpartNumber its number there
     * @param claimNumber of the submitted claim that asks for it, as printed; null if none does
     */
    public record EntryLine(
            long id,
            int number,
            Instant bookedAt,
            BudgetEntryType type,
            long allocatedCents,
            long reservedCents,
            long spentCents,
            String reference,
            String kommuneArs,
            String kommuneName,
            String reason,
            Long formerNumber,
            String periodId,
            String periodName,
            Long counterpartId,
            Integer counterpartNumber,
            String counterpartPeriodId,
            String counterpartPeriodName,
            String claimId,
            String claimNumber) {
        public EntryLine {
            reason = reason == null || reference == null ? reason : Messages.text("reason.withheld");
        }

        /** The former number where people would look for another one. */
        public Long otherNumber() {
            return formerNumber == null || formerNumber == number ? null : formerNumber;
        }

        EntryLine in(ClaimedEntries.In claim) {
            return claim == null
                    ? this
                    : new EntryLine(
                            id,
                            number,
                            bookedAt,
                            type,
                            allocatedCents,
                            reservedCents,
                            spentCents,
                            reference,
                            kommuneArs,
                            kommuneName,
                            reason,
                            formerNumber,
                            periodId,
                            periodName,
                            counterpartId,
                            counterpartNumber,
                            counterpartPeriodId,
                            counterpartPeriodName,
                            String.valueOf(claim.claimId()),
                            claim.number());
        }
    }

    /** Which of the three totals a line moves. */
    public enum Moves {
        ALLOCATED("e.allocatedCents <> 0"),
        RESERVED("e.reservedCents <> 0"),
        SPENT("e.spentCents <> 0");

        private final String condition;

        Moves(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Which lines: booked from the first to the last Berlin day, of one type, moving one total; null means no limit.
     */
    public record Filter(LocalDate from, LocalDate to, BudgetEntryType type, Moves moves, Whose whose) {
        public Filter(LocalDate from, LocalDate to, BudgetEntryType type) {
            this(from, to, type, null);
        }

        public Filter(LocalDate from, LocalDate to, BudgetEntryType type, Moves moves) {
            this(from, to, type, moves, new Whose(null, null, null, null, null));
        }

        /** The same of one registration, Kommune, claim or number. */
        public Filter of(Whose one) {
            return new Filter(from, to, type, moves, one);
        }
    }

    /**
     * Whose lines; null means no limit.
     *
     * @param reference of a registration or a part of it, however it is written
     * @param kommune words of its name, or its key
     * @param kommuneArs twelve digits
     * @param claimNumber of a submitted claim, as printed
     * @param number of a line in its period, now or before numbers had no gaps (R34)
     */
    public record Whose(String reference, String kommune, String kommuneArs, String claimNumber, Long number) {}

    /**
     * What lines of the ledger add up to.
     *
     * @param totals in cents, with their sign
     * @param fundedRegistrations registrations whose money is reserved or spent
     */
    public record Sums(BudgetTotals totals, long fundedRegistrations) {}

    /** What all lines up to the end of that Berlin day add up to: the totals as they stood; null means now. */
    public Sums sumUntil(long periodId, LocalDate day) {
        return sum(periodId, new Filter(null, day, null));
    }

    /** What the lines that match add up to; without a period, of all of them. */
    public Sums sum(Long periodId, Filter filter) {
        Conditions conditions = conditions(periodId, filter);
        Object[] row = conditions
                .bindTo(database.createQuery(
                        "select coalesce(sum(e.allocatedCents), 0L), coalesce(sum(e.reservedCents), 0L),"
                                + " coalesce(sum(e.spentCents), 0L),"
                                + " coalesce(sum(case e.type when RESERVATION then 1L when RELEASE then -1L"
                                + " when CORRECTION then cast(sign(e.spentCents) as long) else 0L end), 0L)"
                                + " from " + LINES + " where " + conditions.sql(),
                        Object[].class))
                .getSingleResult();
        return new Sums(new BudgetTotals(number(row[0]), number(row[1]), number(row[2])), number(row[3]));
    }

    /** The newest lines up to the end of that day, without counting the others; null means now. */
    public List<EntryLine> latest(long periodId, LocalDate day, int number) {
        Conditions conditions = conditions(periodId, new Filter(null, day, null));
        return named(conditions
                .bindTo(database.createQuery(
                        LINE + " from " + LINES + " where " + conditions.sql() + " order by " + NEWEST_FIRST,
                        EntryLine.class))
                .setMaxResults(number)
                .getResultList());
    }

    /** The ledger, newest first; without a period, of all of them. */
    public Page<EntryLine> entries(Long periodId, Filter filter, Page.Request page) {
        Page<EntryLine> found =
                conditions(periodId, filter).page(database, EntryLine.class, LINE, LINES, NEWEST_FIRST, page);
        return new Page<>(named(found.items()), found.page(), found.size(), found.total());
    }

    /** With the claims that ask for them. */
    private List<EntryLine> named(List<EntryLine> lines) {
        Map<Long, ClaimedEntries.In> held = claimed.among(lines.stream()
                .filter(line -> line.spentCents() != 0)
                .map(EntryLine::id)
                .toList());
        return lines.stream().map(line -> line.in(held.get(line.id()))).toList();
    }

    private Conditions conditions(Long periodId, Filter filter) {
        Conditions conditions = new Conditions()
                .and("e.periodId = ?", periodId)
                .onDays("e.bookedAt", filter.from(), filter.to())
                .and("e.type = ?", filter.type())
                .numbered("e.reference", filter.whose().reference())
                .search("kommune", filter.whose().kommune(), "k.searchText")
                .and("e.kommuneArs = ?", filter.whose().kommuneArs())
                .and("(e.number = ? or e.formerNumber = ?)", filter.whose().number())
                .in(
                        "e.id",
                        filter.whose().claimNumber() == null
                                ? null
                                : claimed.of(filter.whose().claimNumber()));
        return filter.moves() == null ? conditions : conditions.and(filter.moves().condition);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
