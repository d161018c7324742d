package de.digitallotsen.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plays the period day by day: those who wait come first, then people register at a steady pace as long as there are
 * places, seats and money; the day after a seminar the money of those who stayed away comes back. While first persons
 * are preferred, a Kommune's second waits for the day after.
 */
final class Play {

    /** Less than this share of a place is noise of the arithmetic. */
    private static final double NOISE = 1e-6;

    private final ForecastFacts facts;
    private final List<Filling> seminars;
    private final double daily;
    private final double stayAway;
    private final List<Long> course = new ArrayList<>();

    private double available;
    /** Of those who wait now: whose turn it is, and who waits for the end of the preference. */
    private double waiting;

    private double later;
    /** Second persons who came while first ones were preferred. */
    private double held;

    private double places;
    private double firsts;
    private double noSeat;
    private double noPlace;

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

    private Play(ForecastFacts facts, double perWeek, double stayAway) {
        this.facts = facts;
        this.stayAway = stayAway;
        // Those who cancel give their money back within days: only the others count.
        daily = perWeek / 7 * (1 - facts.cancelShare());
        seminars = facts.seminars().stream()
                .sorted(Comparator.comparing(ForecastFacts.PlannedSeminar::closes))
                .map(Filling::new)
                .toList();
        available = facts.funds().availableCents();
        later = facts.funds().queue().later();
        waiting = facts.funds().queue().persons() - later;
        places = facts.places().free();
        firsts = facts.places().firstFree();
    }

    /**
     * @param perWeek reservations
     * @param stayAway the share of the reserved money that comes back after a seminar
     */
    static Projection of(ForecastFacts facts, double perWeek, double stayAway) {
        return new Play(facts, perWeek, stayAway).toTheEnd();
    }

    private Projection toTheEnd() {
        LocalDate exhaustion = null;
        course.add(Math.round(available));
        for (LocalDate day = facts.today().plusDays(1); !day.isAfter(facts.lastDay()); day = day.plusDays(1)) {
            play(day);
            if (exhaustion == null && available < facts.funds().subsidyCents() * (1 - NOISE)) {
                exhaustion = day;
            }
            course.add(Math.max(0, Math.round(available)));
        }
        available += comeBack(facts.lastDay().minusDays(1), null);
        long remainder = Math.max(0, Math.round(available));
        course.set(course.size() - 1, remainder);
        return new Projection(exhaustion, remainder, List.copyOf(course), new Projection.TurnedAway(noSeat, noPlace));
    }

    private void play(LocalDate day) {
        available += comeBack(day.equals(facts.today().plusDays(1)) ? null : day.minusDays(2), day.minusDays(1));
        boolean preferring = facts.places().preferOn(day);
        long each = facts.funds().queue().each();
        waiting -= fund(day, waiting, each);
        if (!preferring) {
            later -= fund(day, later, each);
            held -= fund(day, held, facts.funds().subsidyCents());
        }
        double newcomers = Math.min(daily, places);
        noPlace += daily - newcomers;
        double turn = preferring ? Math.min(newcomers * facts.places().firstShare(), firsts) : newcomers;
        held += newcomers - turn;
        places -= newcomers - turn;
        double payable = payable(turn, facts.funds().subsidyCents());
        double funded = fund(day, turn, facts.funds().subsidyCents());
        noSeat += payable - funded;
        places -= funded;
        firsts -= preferring ? funded : Math.min(firsts, funded * facts.places().firstShare());
    }

    private double payable(double persons, long each) {
        return each == 0 ? persons : Math.min(persons, Math.max(0, available / each));
    }

    /** As many as find money and a seat; how many that are. */
    private double fund(LocalDate day, double persons, long each) {
        double wanted = payable(persons, each);
        double left = wanted;
        for (Filling seminar : seminars) {
            if (seminar.plan.isOpenOn(day)) {
                double here = Math.min(left, seminar.free);
                seminar.free -= here;
                seminar.bound += here * each;
                left -= here;
            }
        }
        available -= (wanted - left) * each;
        return wanted - left;
    }

    /**
     * Money of those who stay away from the seminars that end after the first and not after the second day; null means
     * no limit.
     */
    private double comeBack(LocalDate after, LocalDate until) {
        double back = 0;
        for (Filling seminar : seminars) {
            LocalDate end = seminar.plan.lastDay();
            if ((after == null || end.isAfter(after)) && (until == null || !end.isAfter(until))) {
                back += seminar.bound * stayAway;
            }
        }
        return back;
    }
}
