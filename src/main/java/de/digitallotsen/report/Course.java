package de.digitallotsen.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.budget.DayMoves;
import de.digitallotsen.claim.ClaimCourse;
import de.digitallotsen.claim.ClaimTotals;

/**
 * How the money of a period stood at the end of every Berlin day, from the ledger alone (R11); amounts in cents.
 *
 * @param points days on which something was booked, called for or paid, in order
 */
public record Course(List<Point> points) {

    /**
     * The end of a day.
     *
     * @param claims what of it was called for and paid
     * @param funded registrations whose money is reserved or spent
     */
    public record Point(LocalDate day, BudgetTotals totals, ClaimTotals claims, long funded) {
        Point on(LocalDate other) {
            return new Point(other, totals, claims, funded);
        }
    }

    /** Adds up what the days moved, up to the last one that is asked for. */
    static Course of(List<DayMoves> moves, ClaimCourse claims, LocalDate last) {
        Map<LocalDate, DayMoves> booked = moves.stream().collect(Collectors.toMap(DayMoves::day, Function.identity()));
        TreeSet<LocalDate> days = new TreeSet<>(booked.keySet());
        days.addAll(claims.days());
        List<Point> points = new ArrayList<>();
        BudgetTotals totals = BudgetTotals.zero();
        long funded = 0;
        for (LocalDate day : days.headSet(last, true)) {
            DayMoves moved = booked.get(day);
            if (moved != null) {
                totals = totals.plus(moved.totals());
                funded += moved.reservations() - moved.releases() + moved.corrected();
            }
            points.add(new Point(day, totals, claims.at(day), funded));
        }
        return new Course(List.copyOf(points));
    }

    /** The end of any day; nothing before the first booking. */
    public Point at(LocalDate day) {
        Point found = new Point(day, BudgetTotals.zero(), ClaimTotals.zero(), 0);
        for (Point point : points) {
            if (!point.day().isAfter(day)) {
                found = point.on(day);
            }
        }
        return found;
    }

    /** The ends of the months from the first booking on, and the last day itself, newest first. */
    public List<Point> monthEnds(LocalDate last) {
        List<Point> ends = new ArrayList<>();
        if (!points.isEmpty()) {
            for (YearMonth month = YearMonth.from(points.get(0).day());
                    month.atEndOfMonth().isBefore(last);
                    month = month.plusMonths(1)) {
                ends.add(0, at(month.atEndOfMonth()));
            }
        }
        ends.add(0, at(last));
        return ends;
    }

    /** Evenly spread days from the first booking to the last day, at most so many. */
    public List<Point> spread(LocalDate last, int most) {
        if (points.isEmpty()) {
            return List.of();
        }
        LocalDate first = points.get(0).day();
        long days = Math.max(0, ChronoUnit.DAYS.between(first, last));
        long steps = Math.min(most - 1L, days);
        List<Point> spread = new ArrayList<>();
        for (long i = 0; i <= steps; i++) {
            spread.add(at(first.plusDays(steps == 0 ? 0 : days * i / steps)));
        }
        return spread;
    }
}
