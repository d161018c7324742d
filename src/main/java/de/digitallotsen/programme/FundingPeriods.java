package de.digitallotsen.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The funding periods. Those in force never overlap; there may be gaps between them. Days are those of Berlin.
 * Withdrawn ones are found only by {@link #all} and by their id.
 */
@ApplicationScoped
public class FundingPeriods implements PanacheRepository<FundingPeriod> {

    private static final String IN_FORCE = "from FundingPeriod p join fetch p.programme where p.withdrawnAt is null";

    /**
     * The period that pays for a seminar (R7): the one of its last day, provided that every day lies in some period of
     * the same programme.
     */
    public Optional<FundingPeriod> payingFor(LocalDate firstDay, LocalDate lastDay, List<LocalDate> days) {
        List<FundingPeriod> overlapping =
                list(IN_FORCE + " and p.firstDay <= ?1 and p.lastDay >= ?2 order by p.firstDay", lastDay, firstDay);
        return choose(overlapping, lastDay, days);
    }

    /**
     * The same for who makes a seminar public: until the end of the transaction none of these periods can be withdrawn.
     */
    public Optional<FundingPeriod> holdPayingFor(LocalDate firstDay, LocalDate lastDay, List<LocalDate> days) {
        getEntityManager()
                .createNativeQuery("update funding_period set withdrawn_at = null where withdrawn_at is null"
                        + " and first_day <= ?1 and last_day >= ?2")
                .setParameter(1, lastDay)
                .setParameter(2, firstDay)
                .executeUpdate();
        return payingFor(firstDay, lastDay, days);
    }

    /**
     * From now on it pays for nothing. Its row is locked until the end of the transaction.
     *
     * @return false if it was withdrawn before
     */
    public boolean withdraw(FundingPeriod period, Instant now) {
        int updated = getEntityManager()
                .createNativeQuery("update funding_period set withdrawn_at = ?1 where id = ?2 and withdrawn_at is null")
                .setParameter(1, now)
                .setParameter(2, period.id())
                .executeUpdate();
        getEntityManager().refresh(period);
        return updated == 1;
    }

    /** The rule of {@link #payingFor} on periods that are already there. */
    public static Optional<FundingPeriod> choose(List<FundingPeriod> periods, LocalDate lastDay, List<LocalDate> days) {
        boolean everyDayCovered =
                days.stream().allMatch(day -> periods.stream().anyMatch(period -> period.contains(day)));
        return everyDayCovered
                ? periods.stream().filter(period -> period.contains(lastDay)).findFirst()
                : Optional.empty();
    }

    /** All of them with their programme, in order of time: also those that nobody may book in any more. */
    public List<FundingPeriod> all() {
        return list("from FundingPeriod p join fetch p.programme order by p.firstDay, p.id");
    }

    /** Those in force with their programme, in order of time. */
    public List<FundingPeriod> inOrder() {
        return list(IN_FORCE + " order by p.firstDay");
    }

    /** The period of that day, else the next one to begin, else the last one; empty if there is none at all. */
    public Optional<FundingPeriod> current(LocalDate day) {
        List<FundingPeriod> all = inOrder();
        return all.stream()
                .filter(p -> p.contains(day))
                .findFirst()
                .or(() -> all.stream().filter(p -> p.firstDay().isAfter(day)).findFirst())
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)));
    }

    /**
     * The same for whoever cannot do without.
     *
     * @throws RefusedException NOT_FOUND if there is none at all
     */
    public FundingPeriod requireCurrent(LocalDate day) {
        return current(day).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    /**
     * The last day of the period to which a day counts where no registration says it: its own, in a gap the next one;
     * after the last period the end of its year (R27).
     */
    public LocalDate endFor(LocalDate day) {
        return inOrder().stream()
                .map(FundingPeriod::lastDay)
                .filter(last -> !last.isBefore(day))
                .findFirst()
                .orElse(LocalDate.of(day.getYear(), 12, 31));
    }

    /** The first day whose {@link #endFor} lies after that one: for everything before, it has come. */
    public LocalDate firstDayEndingAfter(LocalDate end) {
        List<FundingPeriod> all = inOrder();
        LocalDate start = all.stream()
                .map(FundingPeriod::lastDay)
                .filter(last -> !last.isAfter(end))
                .reduce((earlier, later) -> later)
                .map(last -> last.plusDays(1))
                .orElse(LocalDate.EPOCH);
        if (all.stream().anyMatch(period -> period.lastDay().isAfter(end))) {
            return start;
        }
        LocalDate year = LocalDate.of(end.plusDays(1).getYear(), 1, 1);
        return start.isAfter(year) ? start : year;
    }

    /** Locks the programme until the end of the transaction and reads it anew. */
    public void lock(Programme programme) {
        getEntityManager()
                .createNativeQuery("update programme set version = version where id = ?1")
                .setParameter(1, programme.id())
                .executeUpdate();
        getEntityManager().refresh(programme);
    }
}
