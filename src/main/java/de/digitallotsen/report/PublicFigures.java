package de.digitallotsen.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.programme.FundingPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What anybody may know about the programme: figures without persons, small counts hidden ({@link Masking}). No role is
 * asked for.
 */
@ApplicationScoped
public class PublicFigures {

    private final BudgetPosition position;
    private final Budget budget;
    private final CoverageReport coverage;
    private final EntityManager database;
    private final Clock clock;
    private final CountyMap map;

    PublicFigures(
            BudgetPosition position,
            Budget budget,
            CoverageReport coverage,
            EntityManager database,
            Clock clock,
            CountyMap map) {
        this.position = position;
        this.budget = budget;
        this.coverage = coverage;
        this.database = database;
        this.clock = clock;
        this.map = map;
    }

    /**
     * Dates of the period that are published or over.
     *
     * @param held of those, settled ones in which somebody had a seat: as the proof of use counts them
     * @param seats in all of them
     * @param taken of those, by confirmed and attended people; null where hidden
     */
    public record Seminars(long published, long held, long seats, Long taken) {}

    /**
     * One region. Where the persons are hidden, so are the Kommunen: each of them stands for one or two persons.
     *
     * @param eligible Kommunen that may take part
     * @param takingPart Kommunen that do; null where hidden
     * @param persons this time and in earlier periods; null where hidden
     * @param hidden says so, because a missing number could mean anything
     */
    public record Region(String ags, String name, int eligible, Integer takingPart, Integer persons, boolean hidden) {}

    /**
     * All of it.
     *
     * @param at for which it holds
     * @param persons confirmed or attended, this time and in earlier periods; null where hidden
     * @param budget in cents
     */
    public record Figures(
            Instant at,
            FundingPeriod period,
            Seminars seminars,
            int eligible,
            int takingPart,
            Integer persons,
            List<Region> regions,
            BudgetTotals budget) {}

    /** Of the period that is shown today; for everybody. */
    public Figures current() {
        FundingPeriod period = position.currentPeriod();
        Coverage covered = coverage.read(period);
        List<Coverage.Group> groups = covered.byRegion();
        List<String> smallestFirst = groups.stream()
                .sorted(Comparator.comparing(Coverage.Group::eligible).thenComparing(Coverage.Group::key))
                .map(Coverage.Group::key)
                .toList();
        Masking.Published published = Masking.of(
                groups.stream()
                        .collect(Collectors.toMap(Coverage.Group::key, group -> group.persons() + group.earlier())),
                smallestFirst);
        Map<String, Integer> persons = published.cells();
        List<Region> regions = groups.stream()
                .map(group -> new Region(
                        group.key(),
                        map.name(group.key()),
                        group.eligible(),
                        persons.get(group.key()) == null ? null : Integer.valueOf(group.takingPart()),
                        persons.get(group.key()),
                        persons.get(group.key()) == null))
                .toList();
        Coverage.Group total = covered.total();
        return new Figures(
                clock.instant(),
                period,
                seminars(period),
                total.eligible(),
                total.takingPart(),
                published.total(),
                regions,
                budget.totals(period.id()));
    }

    private Seminars seminars(FundingPeriod period) {
        Object[] row = database.createQuery(
                        "select count(s), coalesce(sum(case when exists (select 1 from Registration r"
                                + " where r.seminar = s and r.periodId = :period and r.status in (ATTENDED, NO_SHOW))"
                                + " then 1 else 0 end), 0), coalesce(sum(s.capacity), 0),"
                                + " coalesce(sum(s.seatsTaken), 0) from Seminar s where s.status in (PUBLISHED, CLOSED)"
                                + " and s.lastDay between :first and :last",
                        Object[].class)
                .setParameter("period", period.id())
                .setParameter("first", period.firstDay())
                .setParameter("last", period.lastDay())
                .getSingleResult();
        long taken = WaitingForFunds.number(row[3]);
        return new Seminars(
                WaitingForFunds.number(row[0]),
                WaitingForFunds.number(row[1]),
                WaitingForFunds.number(row[2]),
                taken < Masking.LEAST ? null : taken);
    }
}
