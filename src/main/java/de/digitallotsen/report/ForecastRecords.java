package de.digitallotsen.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Reads what a forecast rests on, apart from the ledger. Changes nothing. */
@ApplicationScoped
class ForecastRecords {

    private static final String PLACES = "select used, funded, count(*) from (select k.ars, count(p.place_number) used,"
            + " coalesce(sum(coalesce(p.earlier_use, h.earlier_use) is not null"
            + " or r.status in ('CONFIRMED', 'ATTENDED')), 0) funded"
            + " from kommune k left join place p on p.kommune_ars = k.ars and p.programme_id = ?1"
            + " and p.scope = ?2 and (p.taken_by is not null or p.earlier_use is not null"
            + " or p.held_for_ars is not null) left join place h on h.programme_id = p.programme_id"
            + " and h.scope = p.scope and h.kommune_ars = p.held_for_ars"
            + " and h.place_number = p.held_for_number"
            + " left join registration r on r.reference = coalesce(p.taken_by, h.taken_by)"
            + " where k.type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET')"
            + " and k.valid_from <= ?3 and (k.valid_to is null or k.valid_to >= ?3)"
            + " group by k.ars) kommunen group by used, funded";

    private final Budget budget;
    private final EntityManager database;
    private final Clock clock;

    ForecastRecords(Budget budget, EntityManager database, Clock clock) {
        this.budget = budget;
        this.database = database;
        this.clock = clock;
    }

    /** The terms in force. */
    ForecastTerms terms(FundingPeriod period, LocalDate today) {
        LocalDate until = budget.standing(period.id()).firstPersonsUntil();
        return new ForecastTerms(
                period.programme().subsidyRateBasisPoints(),
                period.programme().placesPerKommune(),
                0,
                until == null || until.isBefore(today) ? null : until);
    }

    long stayedAway(FundingPeriod period) {
        return database.createQuery(
                        "select count(r) from Registration r where r.periodId = :period and r.status = NO_SHOW",
                        Long.class)
                .setParameter("period", period.id())
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    List<ForecastGround.Kommunen> kommunen(FundingPeriod period, LocalDate today) {
        List<Object[]> rows = database.createNativeQuery(PLACES)
                .setParameter(1, period.programme().id())
                .setParameter(2, period.programme().placeScope(period.id()))
                .setParameter(3, today)
                .getResultList();
        return rows.stream()
                .map(row -> new ForecastGround.Kommunen(
                        WaitingForFunds.number(row[0]), WaitingForFunds.number(row[1]), WaitingForFunds.number(row[2])))
                .toList();
    }

    /** Those whose deadline has passed are promoted by hand only (R14): they wait for no money that comes. */
    ForecastFacts.Queue queue(FundingPeriod period) {
        Object[] row = (Object[])
                database.createNativeQuery("select count(*), coalesce(sum(exists (select 1 from registration o"
                                + " where o.kommune_ars = r.kommune_ars and o.programme_id = r.programme_id"
                                + " and o.place_scope = r.place_scope and o.status in ('CONFIRMED', 'ATTENDED')"
                                + " and o.subsidy_cents > 0) or exists (select 1 from place p"
                                + " where p.kommune_ars = r.kommune_ars and p.programme_id = r.programme_id"
                                + " and p.scope = r.place_scope and p.earlier_use is not null"
                                + " and not p.withdrawn)), 0),"
                                + " coalesce(sum(r.subsidy_cents), 0)"
                                + " from registration r join seminar s on s.id = r.seminar_id where r.period_id = ?1"
                                + " and r.status = 'WAITING' and r.waiting_reason = 'FUNDS' and s.closes_at > ?2")
                        .setParameter(1, period.id())
                        .setParameter(2, clock.instant())
                        .getSingleResult();
        return new ForecastFacts.Queue(
                WaitingForFunds.number(row[0]), WaitingForFunds.number(row[1]), WaitingForFunds.number(row[2]));
    }

    /**
     * Drafts count as planned: the NSI means to hold them. A seminar that is over and not settled only gives money
     * back.
     */
    Seminars seminars(FundingPeriod period, LocalDate today) {
        Map<Long, Long> bound = database.createQuery(
                        "select r.seminar.id, sum(r.subsidyCents) from Registration r where r.periodId = :period"
                                + " and r.status = CONFIRMED group by r.seminar.id",
                        Object[].class)
                .setParameter("period", period.id())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
        List<Object[]> rows = database.createQuery(
                        "select s.id, s.opensAt, s.closesAt, s.lastDay, s.capacity - s.seatsTaken, s.feeCents,"
                                + " s.status from Seminar s"
                                + " where s.status in (DRAFT, PUBLISHED, CLOSED) and s.lastDay between :first and :last"
                                + " order by s.closesAt, s.id",
                        Object[].class)
                .setParameter("first", period.firstDay())
                .setParameter("last", period.lastDay())
                .getResultList();
        List<ForecastFacts.PlannedSeminar> planned = rows.stream()
                .filter(row -> row[6] != SeminarStatus.CLOSED)
                .map(row -> seminar(row, bound.getOrDefault((Long) row[0], 0L), today))
                .toList();
        return new Seminars(planned, fee(rows, today));
    }

    /**
     * The seminars of a period.
     *
     * @param planned that are not over or not settled
     * @param feeCents of a typical place
     */
    record Seminars(List<ForecastFacts.PlannedSeminar> planned, long feeCents) {}

    /** Of the seats that are still free; where none is, of all seminars of the period. */
    private static long fee(List<Object[]> rows, LocalDate today) {
        double seats = 0;
        double cents = 0;
        for (Object[] row : rows) {
            if (!closes(row).isBefore(today)) {
                long free = WaitingForFunds.number(row[4]);
                seats += free;
                cents += (double) free * WaitingForFunds.number(row[5]);
            }
        }
        return seats > 0
                ? Math.round(cents / seats)
                : Math.round(rows.stream()
                        .mapToLong(row -> WaitingForFunds.number(row[5]))
                        .average()
                        .orElse(0));
    }

    /** Registration ends the instant before closesAt: a deadline at midnight leaves out the day that begins with it. */
    private static LocalDate closes(Object[] row) {
        return German.berlinDay(((Instant) row[2]).minus(1, ChronoUnit.MICROS));
    }

    private static ForecastFacts.PlannedSeminar seminar(Object[] row, long boundCents, LocalDate today) {
        LocalDate lastDay = (LocalDate) row[3];
        return new ForecastFacts.PlannedSeminar(
                German.berlinDay((Instant) row[1]),
                closes(row),
                lastDay.isBefore(today) ? today : lastDay,
                (int) WaitingForFunds.number(row[4]),
                boundCents);
    }
}
