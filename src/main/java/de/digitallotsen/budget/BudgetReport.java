package de.digitallotsen.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Reads the ledger: its lines, and the totals of any past day reproduced from them (R11). */
@ApplicationScoped
public class BudgetReport {

    /** What MariaDB's TO_DAYS counts before 1970. */
    private static final long DAYS_TO_1970 = 719_528;

    private static final DateTimeFormatter UTC_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final EntityManager database;

    BudgetReport(EntityManager database) {
        this.database = database;
    }

    /**
     * One line of the ledger; the three amounts move the three totals, in cents.
     *
     * @param reference the registration concerned, or null
     * @param reason why the budget was changed; of a registration only that there is one: what the NSI wrote may name
     *     the person (R25)
     */
    public record EntryLine(
            long id,
            Instant bookedAt,
            BudgetEntryType type,
            long allocatedCents,
            long reservedCents,
            long spentCents,
            String reference,
            String kommuneArs,
            String kommuneName,
            String reason) {
        public EntryLine {
            reason = reason == null || reference == null ? reason : Messages.text("reason.withheld");
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
    public record Filter(LocalDate from, LocalDate to, BudgetEntryType type, Moves moves) {
        public Filter(LocalDate from, LocalDate to, BudgetEntryType type) {
            this(from, to, type, null);
        }
    }

    /**
     * What the ledger says.
     *
     * @param totals the sums of its lines
     * @param fundedRegistrations registrations whose money is reserved or spent
     */
    public record Position(BudgetTotals totals, long fundedRegistrations) {}

    /** The position at the end of that Berlin day, from the ledger alone; null means now. */
    public Position position(long periodId, LocalDate day) {
        return sum(periodId, new Filter(null, day, null));
    }

    /** What the lines that match add up to. */
    public Position sum(long periodId, Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(periodId, filter, parameters);
        TypedQuery<Object[]> query = database.createQuery(
                "select coalesce(sum(e.allocatedCents), 0L), coalesce(sum(e.reservedCents), 0L),"
                        + " coalesce(sum(e.spentCents), 0L),"
                        + " coalesce(sum(case e.type when RESERVATION then 1L when RELEASE then -1L"
                        + " when CORRECTION then cast(sign(e.spentCents) as long) else 0L end), 0L)"
                        + " from BudgetEntry e where "
                        + where,
                Object[].class);
        Object[] row = bind(query, parameters).getSingleResult();
        return new Position(new BudgetTotals(number(row[0]), number(row[1]), number(row[2])), number(row[3]));
    }

    /**
     * What one Berlin day moved.
     *
     * @param totals by how much each total, with its sign
     * @param bound cents reserved, without what was given back
     * @param reservations lines of that type
     * @param releases lines of that type
     * @param spendings lines of that type
     * @param corrected people who attended after all, less those who did not after all
     */
    public record DayMoves(
            LocalDate day,
            BudgetTotals totals,
            long bound,
            long reservations,
            long releases,
            long spendings,
            long corrected) {
        DayMoves plus(DayMoves other) {
            return new DayMoves(
                    day,
                    totals.plus(other.totals),
                    bound + other.bound,
                    reservations + other.reservations,
                    releases + other.releases,
                    spendings + other.spendings,
                    corrected + other.corrected);
        }
    }

    /**
     * What every day moved, in order; days without a booking are missing. One reading of an index, a row a day and
     * type. Zeros are left out of the sums, which the server adds as decimals: that is most of them, and saves time.
     */
    @SuppressWarnings("unchecked")
    public List<DayMoves> course(long periodId) {
        Object[] span = database.createQuery(
                        "select min(e.bookedAt), max(e.bookedAt) from BudgetEntry e where e.periodId = :period",
                        Object[].class)
                .setParameter("period", periodId)
                .getSingleResult();
        if (span[0] == null) {
            return List.of();
        }
        List<Object[]> rows = database.createNativeQuery(
                        "select to_days(booked_at + interval " + hoursToBerlin((Instant) span[0], (Instant) span[1])
                                + " hour) as day_number, type as entry_type, count(*),"
                                + " coalesce(sum(nullif(allocated_cents, 0)), 0), sum(reserved_cents),"
                                + " coalesce(sum(nullif(spent_cents, 0)), 0),"
                                + " coalesce(sum(sign(nullif(spent_cents, 0))), 0) from budget_entry"
                                + " where period_id = ?1 group by day_number, entry_type")
                .setParameter(1, periodId)
                .getResultList();
        Map<LocalDate, DayMoves> days = new TreeMap<>();
        rows.stream().map(BudgetReport::moves).forEach(moves -> days.merge(moves.day(), moves, DayMoves::plus));
        return List.copyOf(days.values());
    }

    /** A day's lines of one type. */
    private static DayMoves moves(Object[] row) {
        LocalDate day = LocalDate.ofEpochDay(number(row[0]) - DAYS_TO_1970);
        BudgetEntryType type = BudgetEntryType.valueOf((String) row[1]);
        long lines = number(row[2]);
        return new DayMoves(
                day,
                new BudgetTotals(number(row[3]), number(row[4]), number(row[5])),
                type == BudgetEntryType.RESERVATION ? number(row[4]) : 0,
                type == BudgetEntryType.RESERVATION ? lines : 0,
                type == BudgetEntryType.RELEASE ? lines : 0,
                type == BudgetEntryType.SPENDING ? lines : 0,
                type == BudgetEntryType.CORRECTION ? number(row[6]) : 0);
    }

    /**
     * How many hours Berlin is ahead of UTC, as SQL: the database need not know the zone. Between two bookings there
     * are two changes a year.
     */
    private static String hoursToBerlin(Instant first, Instant last) {
        ZoneRules rules = German.BERLIN.getRules();
        StringBuilder hours = new StringBuilder();
        for (ZoneOffsetTransition change = rules.nextTransition(first);
                change != null && !change.getInstant().isAfter(last);
                change = rules.nextTransition(change.getInstant())) {
            hours.insert(
                    0,
                    " when booked_at >= '" + UTC_SECONDS.format(change.getInstant()) + "' then "
                            + hours(change.getOffsetAfter()));
        }
        return hours.isEmpty()
                ? hours(rules.getOffset(first))
                : "(case" + hours + " else " + hours(rules.getOffset(first)) + " end)";
    }

    private static String hours(ZoneOffset offset) {
        return String.valueOf(offset.getTotalSeconds() / 3600);
    }

    /** The newest lines up to the end of that day, without counting the others; null means now. */
    public List<EntryLine> latest(long periodId, LocalDate day, int number) {
        return lines(periodId, new Filter(null, day, null))
                .setMaxResults(number)
                .getResultList();
    }

    /** The ledger, newest first. */
    public Page<EntryLine> entries(long periodId, Filter filter, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(periodId, filter, parameters);
        long total = bind(
                        database.createQuery("select count(e) from BudgetEntry e where " + where, Long.class),
                        parameters)
                .getSingleResult();
        return new Page<>(
                lines(periodId, filter)
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList(),
                page.page(),
                page.size(),
                total);
    }

    private TypedQuery<EntryLine> lines(long periodId, Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(periodId, filter, parameters);
        return bind(
                database.createQuery(
                        "select new " + EntryLine.class.getName()
                                + "(e.id, e.bookedAt, e.type, e.allocatedCents, e.reservedCents, e.spentCents,"
                                + " e.reference, e.kommuneArs, k.displayName, e.reason)"
                                + " from BudgetEntry e left join Kommune k on k.ars = e.kommuneArs where " + where
                                + " order by e.id desc",
                        EntryLine.class),
                parameters);
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
        if (filter.moves() != null) {
            where.append(" and ").append(filter.moves().condition);
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
