package de.digitallotsen.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import de.digitallotsen.claim.Payments.Payment;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The money of a period by calendar year (Haushaltsjahr): planned, settled by the day of its booking, paid by value
 * date, and what was bound at the end of a year for seminars that end in a later one. Seminars count as they are
 * planned today.
 */
@ApplicationScoped
class ProofYears {

    private final EntityManager database;

    ProofYears(EntityManager database) {
        this.database = database;
    }

    List<ProofOfUse.Year> of(
            FundingPeriod period,
            ProofOfUse.Plan plan,
            List<ProofOfUse.Voucher> vouchers,
            List<Payment> payments,
            LocalDate today) {
        SortedSet<Integer> years = new TreeSet<>();
        for (int year = period.firstDay().getYear(); year <= period.lastDay().getYear(); year++) {
            years.add(year);
        }
        vouchers.forEach(voucher -> years.add(voucher.day().getYear()));
        payments.forEach(payment -> years.add(payment.valueDate().getYear()));
        return years.stream()
                .map(year -> new ProofOfUse.Year(
                        year,
                        plan == null ? null : plan.years().getOrDefault(year, 0L),
                        vouchers.stream()
                                .filter(voucher -> voucher.day().getYear() == year)
                                .mapToLong(ProofOfUse.Voucher::amountCents)
                                .sum(),
                        payments.stream()
                                .filter(payment -> payment.valueDate().getYear() == year)
                                .mapToLong(Payment::amountCents)
                                .sum(),
                        year > today.getYear() ? 0 : boundBeyond(period.id(), year)))
                .toList();
    }

    private long boundBeyond(long periodId, int year) {
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(German.BERLIN).toInstant();
        return database.createQuery(
                        "select coalesce(sum(e.reservedCents), 0L) from BudgetEntry e"
                                + " join Registration r on r.id = e.registrationId join r.seminar s"
                                + " where e.periodId = :period and e.bookedAt < :end and s.lastDay > :day",
                        Long.class)
                .setParameter("period", periodId)
                .setParameter("end", end)
                .setParameter("day", LocalDate.of(year, 12, 31))
                .getSingleResult();
    }
}
