package de.digitallotsen.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One way in which the period may go on, day by day: people register at a steady pace as long as there are seats and
 * money, and the day after a seminar the money of those who stayed away comes back.
 *
 * @param exhaustion the first day on which the money does not pay for a typical place; null if that never happens
 * @param remainder at the end of the period, in cents
 */
record Projection(LocalDate exhaustion, long remainder) {

    /** Less than this share of a place is noise of the arithmetic. */
    private static final double NOISE = 1e-6;

    /** A seminar as it fills up. */
    private static final class Filling {
        private final ForecastFacts.PlannedSeminar plan;
        private double free;
        private double bound;

        Filling(ForecastFacts.PlannedSeminar plan) {
            this.plan = plan;
            this.free = plan.freeSeats();
            this.bound = plan.reservedCents();
        }
    }

    /**
     * @param perWeek reservations
     * @param stayAwayShare of the reserved money that comes back after a seminar
     */
    static Projection of(ForecastFacts facts, double perWeek, double stayAwayShare) {
        List<Filling> seminars =
                new ArrayList<>(facts.seminars().stream().map(Filling::new).toList());
        seminars.sort(Comparator.comparing(filling -> filling.plan.closes()));
        // Those who cancel give their money back within days: only the others count.
        double daily = perWeek / 7 * (1 - facts.cancelShare());
        double available =
                facts.availableCents() + comeBack(seminars, null, facts.today().minusDays(1), stayAwayShare);
        double waiting = facts.waiting();
        LocalDate exhaustion = null;
        for (LocalDate day = facts.today().plusDays(1); !day.isAfter(facts.lastDay()); day = day.plusDays(1)) {
            available += comeBack(seminars, day.minusDays(2), day.minusDays(1), stayAwayShare);
            double wanted = daily + waiting;
            double taken = take(
                    seminars,
                    day,
                    facts.subsidyCents() == 0
                            ? wanted
                            : Math.min(wanted, Math.max(0, available / facts.subsidyCents())),
                    facts.subsidyCents());
            available -= taken * facts.subsidyCents();
            waiting = Math.max(0, waiting - taken);
            if (exhaustion == null && available < facts.subsidyCents() * (1 - NOISE)) {
                exhaustion = day;
            }
        }
        available += comeBack(seminars, facts.lastDay().minusDays(1), null, stayAwayShare);
        return new Projection(exhaustion, Math.max(0, Math.round(available)));
    }

    /**
     * Money of those who stay away from the seminars that end after the first and not after the second day; null means
     * no limit.
     */
    private static double comeBack(List<Filling> seminars, LocalDate after, LocalDate until, double share) {
        double back = 0;
        for (Filling seminar : seminars) {
            LocalDate end = seminar.plan.lastDay();
            if ((after == null || end.isAfter(after)) && (until == null || !end.isAfter(until))) {
                back += seminar.bound * share;
            }
        }
        return back;
    }

    /**
     * Fills the seminars that are open that day, the one that closes first before the others; how many found a seat.
     */
    private static double take(List<Filling> seminars, LocalDate day, double wanted, long subsidyCents) {
        double left = wanted;
        for (Filling seminar : seminars) {
            if (seminar.plan.isOpenOn(day)) {
                double here = Math.min(left, seminar.free);
                seminar.free -= here;
                seminar.bound += here * subsidyCents;
                left -= here;
            }
        }
        return wanted - left;
    }
}
