package de.digitallotsen.seminar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/**
 * The seminars, and the only way to take and free their seats (R6): guarded UPDATEs, taken after the place of the
 * Kommune and before the budget, several seminars by ascending id.
 */
@ApplicationScoped
public class Seminars implements PanacheRepository<Seminar> {

    /** @throws RefusedException NOT_FOUND if there is no such seminar */
    public Seminar require(long id) {
        return findByIdOptional(id).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    /** How many that were not cancelled have a day from the first to the last one, both included. */
    public long countWithin(LocalDate first, LocalDate last) {
        return count(
                "from Seminar s where s.status <> CANCELLED"
                        + " and exists (select 1 from s.days d where d.date between ?1 and ?2)",
                first,
                last);
    }

    /**
     * Loads a seminar to change it, as it stands now and locked until the end of the transaction. Refreshed, not merely
     * found: one that was read before, and changed by somebody meanwhile, would be an error and not the next one in
     * line.
     */
    Seminar requireLocked(long id) {
        Seminar seminar = require(id);
        getEntityManager().refresh(seminar, LockModeType.PESSIMISTIC_WRITE);
        return seminar;
    }

    /**
     * Takes a seat for somebody new, unless others wait (R14) or the seminar is not what was read before: the version
     * guards fee, days and deadlines.
     *
     * @return false if there is no such seat; nothing has changed then
     */
    public boolean takeSeat(long id, int version, Instant now) {
        return update(
                "update seminar set seats_taken = seats_taken + 1 where id = ?1 and version = ?2"
                        + " and seats_taken < capacity"
                        + " and waiting_count = 0 and status = 'PUBLISHED' and opens_at <= ?3 and closes_at > ?3",
                id,
                version,
                now);
    }

    /**
     * Takes a seat for somebody new although others wait; whoever calls this has locked the row and knows that none of
     * them is overtaken.
     *
     * @return false if there is no such seat; nothing has changed then
     */
    public boolean takeSeatPastWaiting(long id, int version, Instant now) {
        return update(
                "update seminar set seats_taken = seats_taken + 1 where id = ?1 and version = ?2"
                        + " and seats_taken < capacity"
                        + " and status = 'PUBLISHED' and opens_at <= ?3 and closes_at > ?3",
                id,
                version,
                now);
    }

    /**
     * Puts somebody new on the waiting list, if the seminar really is full or others wait already.
     *
     * @return false if a seat came free or the seminar was changed; nothing has changed then
     */
    public boolean queueNewcomer(long id, int version, Instant now) {
        return update(
                "update seminar set waiting_count = waiting_count + 1 where id = ?1 and version = ?2"
                        + " and (seats_taken >= capacity or waiting_count > 0) and status = 'PUBLISHED'"
                        + " and opens_at <= ?3 and closes_at > ?3",
                id,
                version,
                now);
    }

    private boolean update(String sql, long id, int version, Instant now) {
        return getEntityManager()
                        .createNativeQuery(sql)
                        .setParameter(1, id)
                        .setParameter(2, version)
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }

    /** Turns a seat just taken into a place on the waiting list, for want of money. */
    public void seatToQueue(long id) {
        change("update seminar set seats_taken = seats_taken - 1, waiting_count = waiting_count + 1 where id = ?1", id);
    }

    /**
     * Gives a seat to somebody who waits (R14).
     *
     * @return false if there is none; nothing has changed then
     */
    public boolean seatFromQueue(long id) {
        return change(
                        "update seminar set seats_taken = seats_taken + 1, waiting_count = waiting_count - 1"
                                + " where id = ?1"
                                + " and seats_taken < capacity and status = 'PUBLISHED'",
                        id)
                == 1;
    }

    /** Frees the seat of a confirmed registration. */
    public void freeSeat(long id) {
        change("update seminar set seats_taken = seats_taken - 1 where id = ?1", id);
    }

    /** Somebody leaves the waiting list. */
    public void leaveQueue(long id) {
        change("update seminar set waiting_count = waiting_count - 1 where id = ?1", id);
    }

    private int change(String sql, long id) {
        return getEntityManager().createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }

    /** Cancels a seminar (R19); locks its row. */
    public Seminar cancel(long id, String reason, Instant now) {
        Seminar seminar = requireLocked(id);
        seminar.cancel(reason, now);
        flush();
        return seminar;
    }

    /** Settles a seminar that was held; locks its row. */
    public Seminar close(long id, Instant now) {
        Seminar seminar = requireLocked(id);
        seminar.close(now);
        flush();
        return seminar;
    }

    /** Takes a seat again for somebody of whom it turned out after closing that the person was there (R20). */
    public void retakeSeat(long id) {
        change("update seminar set seats_taken = seats_taken + 1 where id = ?1", id);
    }

    /**
     * Sets the number of seats (R6).
     *
     * @return false if more people are confirmed; nothing has changed then
     */
    boolean changeCapacity(long id, int capacity) {
        return getEntityManager()
                        .createNativeQuery("update seminar set capacity = ?1 where id = ?2 and seats_taken <= ?1")
                        .setParameter(1, capacity)
                        .setParameter(2, id)
                        .executeUpdate()
                == 1;
    }

    /**
     * Locks the rows by ascending id until the end of the transaction; a write, because a Galera cluster certifies only
     * writes.
     */
    public void lock(Collection<Long> ids) {
        for (Long id : new TreeSet<>(ids)) {
            change("update seminar set waiting_count = waiting_count where id = ?1", id);
        }
    }

    /**
     * Seats of one seminar.
     *
     * @param taken confirmed people
     */
    public record Seats(int capacity, int taken) {
        public int free() {
            return capacity - taken;
        }
    }

    /** The seats as they stand now, past the persistence context. */
    public Seats seats(long id) {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery("select capacity, seats_taken from seminar where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return new Seats(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }
}
