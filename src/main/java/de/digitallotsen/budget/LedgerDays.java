package de.digitallotsen.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Reads the ledger by Berlin days: what each of them moved (R11). The ledger itself counts in UTC. */
@ApplicationScoped
public class LedgerDays {

    /** What MariaDB's TO_DAYS counts before 1970. */
    private static final long DAYS_TO_1970 = 719_528;

    private static final DateTimeFormatter UTC_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final EntityManager database;

    LedgerDays(EntityManager database) {
        this.database = database;
    }

    /**
     * What every day of a period moved, in order; days without a booking are missing. One reading of an index, a row a
     * day and type. Zeros are left out of the sums, which the server adds as decimals: that is most of them, and saves
     * time.
     */
    @SuppressWarnings("unchecked")
    public List<DayMoves> of(long periodId) {
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
        rows.stream().map(LedgerDays::moves).forEach(moves -> days.merge(moves.day(), moves, DayMoves::plus));
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

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
