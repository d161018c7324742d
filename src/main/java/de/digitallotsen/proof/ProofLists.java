package de.digitallotsen.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.budget.BudgetEntryType;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.registration.Amount;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Reads the lists of a proof of use: what was given, the vouchers, who took part and who could have. */
@ApplicationScoped
class ProofLists {

    private final EntityManager database;
    private final Kommunen kommunen;

    ProofLists(EntityManager database, Kommunen kommunen) {
        this.database = database;
        this.kommunen = kommunen;
    }

    /** Who could have taken part on that day. */
    ProofOfUse.Reach reach(LocalDate day) {
        return new ProofOfUse.Reach(kommunen.countEligible(day));
    }

    /** What the lines of the ledger add up to. */
    long spentByLedger(long periodId) {
        return database.createQuery(
                        "select coalesce(sum(e.spentCents), 0L) from BudgetEntry e where e.periodId = :period",
                        Long.class)
                .setParameter("period", periodId)
                .getSingleResult();
    }

    /** Every booking that gave the period money or took it away, in order. */
    List<ProofOfUse.Grant> grants(long periodId) {
        return database.createQuery(
                        "select e.number, e.bookedAt, e.reason, e.allocatedCents from BudgetEntry e"
                                + " where e.periodId = :period and e.allocatedCents <> 0 order by e.id",
                        Object[].class)
                .setParameter("period", periodId)
                .getResultStream()
                .map(row -> new ProofOfUse.Grant(
                        (Integer) row[0],
                        German.berlinDay((Instant) row[1]),
                        row[2] == null ? "" : (String) row[2],
                        (Long) row[3]))
                .toList();
    }

    /** The spent entries of the ledger, in order of time. */
    List<ProofOfUse.Voucher> vouchers(long periodId) {
        return database.createQuery(
                        "select e.number, e.bookedAt, e.reference, k.displayName, e.type, s.title, s.firstDay,"
                                + " e.spentCents from BudgetEntry e join Registration r on r.id = e.registrationId"
                                + " join r.seminar s"
                                + " join Kommune k on k.ars = e.kommuneArs where e.periodId = :period"
                                + " and e.spentCents <> 0 order by e.bookedAt, e.id",
                        Object[].class)
                .setParameter("period", periodId)
                .getResultStream()
                .map(row -> new ProofOfUse.Voucher(
                        (Integer) row[0],
                        German.berlinDay((Instant) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (BudgetEntryType) row[4],
                        (String) row[5],
                        (LocalDate) row[6],
                        (Long) row[7]))
                .toList();
    }

    /** Everybody who had a seat in a seminar that is settled, by its day. */
    List<ProofOfUse.Participation> participations(long periodId, boolean names) {
        Map<Long, Long> days = daysAttended(periodId);
        return database.createQuery(
                        "select r.reference, k.ars, k.displayName, s.id, s.title, s.firstDay, r.status,"
                                + " p.firstName, p.lastName, r.feeCents, r.id, " + Amount.DUE_IN_QUERIES + ", "
                                + Amount.LAND_IN_QUERIES + " from Registration r"
                                + " join r.seminar s"
                                + " join r.kommune k join r.participant p where r.periodId = :period"
                                + " and r.status in (ATTENDED, NO_SHOW) order by s.firstDay, s.id, r.reference",
                        Object[].class)
                .setParameter("period", periodId)
                .getResultStream()
                .map(row -> new ProofOfUse.Participation(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Long) row[3],
                        (String) row[4],
                        (LocalDate) row[5],
                        (RegistrationStatus) row[6],
                        days.getOrDefault((Long) row[10], 0L),
                        (Long) row[9],
                        new Amount((Long) row[11], (Long) row[12]),
                        names ? row[7] + " " + row[8] : ""))
                .toList();
    }

    /** Days attended by registration. */
    @SuppressWarnings("unchecked")
    private Map<Long, Long> daysAttended(long periodId) {
        List<Object[]> rows = database.createNativeQuery(
                        "select a.registration_id, count(*) from attendance a"
                                + " join registration r on r.id = a.registration_id where r.period_id = ?1"
                                + " group by a.registration_id",
                        Object[].class)
                .setParameter(1, periodId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).longValue()));
    }

    /** Registrations that keep a seat and are not settled. */
    long open(long periodId) {
        return database.createQuery(
                        "select count(r) from Registration r where r.periodId = :period and r.status = CONFIRMED",
                        Long.class)
                .setParameter("period", periodId)
                .getSingleResult();
    }
}
