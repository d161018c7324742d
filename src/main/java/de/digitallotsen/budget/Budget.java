package de.digitallotsen.budget;

import java.time.Clock;
import java.time.LocalDate;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The money of the periods and the only way to move it. Every movement is a guarded UPDATE of the running totals and a
 * line of the ledger in the same transaction (R8–R11); amounts are cents. Callers come here last, after places and
 * seats: this is the hottest row. The same UPDATE counts the line, so that its number leaves no gap (R34): who is
 * rolled back gives it back, and everybody else waits for the row until then.
 */
@ApplicationScoped
public class Budget {

    /** To be said by every UPDATE that is followed by a line. */
    private static final String COUNTED = "update budget set entries = entries + 1, ";

    private final EntityManager database;
    private final Clock clock;

    Budget(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens the books of a period with its first allocation, once.
     *
     * @param allocatedCents 0 or more
     * @param reason why, for the ledger
     */
    public void open(Actor actor, FundingPeriod period, long allocatedCents, String reason) {
        database.createNativeQuery("insert into budget (period_id, allocated_cents, entries) values (?1, ?2, ?3)")
                .setParameter(1, period.id())
                .setParameter(2, allocatedCents)
                .setParameter(3, allocatedCents == 0 ? 0 : 1)
                .executeUpdate();
        if (allocatedCents != 0) {
            book(
                    actor,
                    period.id(),
                    BudgetEntryType.ALLOCATION,
                    new BudgetTotals(allocatedCents, 0, 0),
                    null,
                    null,
                    reason);
        }
    }

    /**
     * The books of a period at one instant.
     *
     * @param waitingForFunds registrations that wait for its money, those whose deadline has passed included
     * @param firstPersonsUntil the last day on which only the first person of each Kommune is funded; null if there is
     *     none
     */
    public record Standing(BudgetTotals totals, int waitingForFunds, LocalDate firstPersonsUntil) {}

    /** The running totals as they stand now; a plain read that nothing may rely on while it moves money. */
    public Standing standing(long periodId) {
        Object[] row = (Object[])
                database.createNativeQuery("select allocated_cents, reserved_cents, spent_cents, waiting_for_funds,"
                                + " first_persons_until from budget where period_id = ?1")
                        .setParameter(1, periodId)
                        .getSingleResult();
        return new Standing(
                new BudgetTotals(cents(row[0]), cents(row[1]), cents(row[2])), (int) cents(row[3]), (LocalDate) row[4]);
    }

    /** See {@link #standing}. */
    public BudgetTotals totals(long periodId) {
        return standing(periodId).totals();
    }

    /**
     * Locks the totals until the end of the transaction and reads them. An UPDATE, not FOR UPDATE: on a Galera cluster
     * only writes are certified.
     */
    public BudgetTotals lock(long periodId) {
        database.createNativeQuery("update budget set waiting_for_funds = waiting_for_funds where period_id = ?1")
                .setParameter(1, periodId)
                .executeUpdate();
        return totals(periodId);
    }

    /**
     * Reserves the whole subsidy of a registration for somebody new (R8, R9), unless others wait for the money (R14) or
     * only first persons get any.
     *
     * @param subsidyCents 0 or more; 0 is always granted, whoever waits
     * @return false if the money does not suffice, or it may not be this one's turn; nothing has changed then
     */
    public boolean reserveForNewcomer(Actor actor, long periodId, Payee payee, long subsidyCents) {
        int updated = database.createNativeQuery(COUNTED + "reserved_cents = reserved_cents + ?1 where period_id = ?2"
                        + " and allocated_cents - reserved_cents - spent_cents >= ?1"
                        + " and (waiting_for_funds = 0 and first_persons_until is null or ?1 = 0)")
                .setParameter(1, subsidyCents)
                .setParameter(2, periodId)
                .executeUpdate();
        if (updated == 1) {
            bookReservation(actor, periodId, payee, subsidyCents);
        }
        return updated == 1;
    }

    /**
     * Reserves the whole subsidy of a registration whose turn it is (R9, R14).
     *
     * @return false if the money does not suffice; nothing has changed then
     */
    public boolean reserve(Actor actor, long periodId, Payee payee, long subsidyCents) {
        int updated = database.createNativeQuery(COUNTED + "reserved_cents = reserved_cents + ?1 where period_id = ?2"
                        + " and allocated_cents - reserved_cents - spent_cents >= ?1")
                .setParameter(1, subsidyCents)
                .setParameter(2, periodId)
                .executeUpdate();
        if (updated == 1) {
            bookReservation(actor, periodId, payee, subsidyCents);
        }
        return updated == 1;
    }

    private void bookReservation(Actor actor, long periodId, Payee payee, long subsidyCents) {
        book(actor, periodId, BudgetEntryType.RESERVATION, new BudgetTotals(0, subsidyCents, 0), payee, null, null);
    }

    /** Gives the reservation of a registration back (R10). Refused by the schema if it has been resolved before. */
    public void release(Actor actor, long periodId, Payee payee) {
        BudgetEntry open = openReservation(payee);
        long cents = open.reservedCents();
        update(COUNTED + "reserved_cents = reserved_cents - ?1 where period_id = ?2", cents, periodId);
        book(actor, periodId, BudgetEntryType.RELEASE, new BudgetTotals(0, -cents, 0), payee, open.id(), null);
    }

    /**
     * Turns the reservation of a registration into money spent (R10). Refused by the schema if it has been resolved
     * before.
     */
    public void spend(Actor actor, long periodId, Payee payee) {
        BudgetEntry open = openReservation(payee);
        long cents = open.reservedCents();
        update(
                COUNTED + "reserved_cents = reserved_cents - ?1, spent_cents = spent_cents + ?1"
                        + " where period_id = ?2",
                cents,
                periodId);
        book(actor, periodId, BudgetEntryType.SPENDING, new BudgetTotals(0, -cents, cents), payee, open.id(), null);
    }

    /**
     * Spends the subsidy of a registration of which it turned out late that the person was there (R20): positive; or
     * takes it back: negative.
     *
     * @param reason why, for the ledger; may name the person, so that only its presence is ever shown (R25)
     * @return false if the money does not suffice (R9); nothing has changed then
     */
    public boolean correct(Actor actor, long periodId, Payee payee, long cents, String reason) {
        int updated = database.createNativeQuery(COUNTED + "spent_cents = spent_cents + ?1 where period_id = ?2"
                        + " and allocated_cents - reserved_cents - spent_cents >= ?1")
                .setParameter(1, cents)
                .setParameter(2, periodId)
                .executeUpdate();
        if (updated == 1) {
            book(actor, periodId, BudgetEntryType.CORRECTION, new BudgetTotals(0, 0, cents), payee, null, reason);
        }
        return updated == 1;
    }

    private BudgetEntry openReservation(Payee payee) {
        return database.createQuery(
                        "select e from BudgetEntry e where e.registrationId = :registration and e.type = RESERVATION"
                                + " and not exists (select 1 from BudgetEntry r where r.resolvesEntryId = e.id)",
                        BudgetEntry.class)
                .setParameter("registration", payee.registrationId())
                .getSingleResult();
    }

    /**
     * Raises (positive) or lowers (negative) what is allocated (R12).
     *
     * @return the id of the entry
     * @throws RefusedException BUDGET_BELOW_COMMITTED if it would fall below what is reserved and spent
     */
    public long adjust(Actor actor, long periodId, long amountCents, String reason) {
        int updated = database.createNativeQuery(COUNTED + "allocated_cents = allocated_cents + ?1 where period_id = ?2"
                        + " and not closed and allocated_cents + ?1 >= reserved_cents + spent_cents")
                .setParameter(1, amountCents)
                .setParameter(2, periodId)
                .executeUpdate();
        if (updated != 1) {
            BudgetTotals now = totals(periodId);
            throw new RefusedException(
                    BudgetRefusal.BUDGET_BELOW_COMMITTED,
                    "amount",
                    new Money(Math.abs(amountCents)),
                    "allocated",
                    new Money(now.allocated()),
                    "committed",
                    new Money(now.committed()),
                    "available",
                    new Money(now.available()));
        }
        book(actor, periodId, BudgetEntryType.ADJUSTMENT, new BudgetTotals(amountCents, 0, 0), null, null, reason);
        return newest(periodId);
    }

    /** The id of the line that was counted last; the row is locked. */
    private long newest(long periodId) {
        return ((Number) database.createNativeQuery("select e.id from budget b join budget_entry e"
                                + " on e.period_id = b.period_id and e.number = b.entries where b.period_id = ?1")
                        .setParameter(1, periodId)
                        .getSingleResult())
                .longValue();
    }

    /** Nothing is booked any more in the period, which holds nothing; the schema refuses whatever tries. */
    public void close(long periodId) {
        database.createNativeQuery("update budget set closed = true where period_id = ?1")
                .setParameter(1, periodId)
                .executeUpdate();
    }

    /**
     * Until this day, included, only the first person of each Kommune is funded; null: everybody in order of receipt.
     * The row is locked.
     */
    public void preferFirstPersons(long periodId, LocalDate until) {
        database.createNativeQuery("update budget set first_persons_until = ?1 where period_id = ?2")
                .setParameter(1, until)
                .setParameter(2, periodId)
                .executeUpdate();
    }

    /** Corrects the number of those who wait for money: +1 or −1 for each who joins or leaves. */
    public void changeQueue(long periodId, int difference) {
        if (difference != 0) {
            update(
                    "update budget set waiting_for_funds = waiting_for_funds + ?1 where period_id = ?2",
                    difference,
                    periodId);
        }
    }

    private void update(String sql, long value, long periodId) {
        database.createNativeQuery(sql)
                .setParameter(1, value)
                .setParameter(2, periodId)
                .executeUpdate();
    }

    /** The line that the UPDATE before has counted; by one statement, with the number that stands there now. */
    private void book(
            Actor actor,
            long periodId,
            BudgetEntryType type,
            BudgetTotals difference,
            Payee payee,
            Long resolves,
            String reason) {
        database.createNativeQuery("insert into budget_entry (period_id, number, type, allocated_cents, reserved_cents,"
                        + " spent_cents, registration_id, reference, kommune_ars, resolves_entry_id, reason, booked_at,"
                        + " booked_by) values (?1, (select b.entries from budget b where b.period_id = ?1), ?2, ?3, ?4,"
                        + " ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
                .setParameter(1, periodId)
                .setParameter(2, type.name())
                .setParameter(3, difference.allocated())
                .setParameter(4, difference.reserved())
                .setParameter(5, difference.spent())
                .setParameter(6, payee == null ? null : payee.registrationId())
                .setParameter(7, payee == null ? null : payee.reference())
                .setParameter(8, payee == null ? null : payee.kommuneArs())
                .setParameter(9, resolves)
                .setParameter(10, reason)
                .setParameter(11, clock.instant())
                .setParameter(12, actor.userId())
                .executeUpdate();
    }

    private static long cents(Object column) {
        return ((Number) column).longValue();
    }
}
