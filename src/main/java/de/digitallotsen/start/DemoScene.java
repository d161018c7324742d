package de.digitallotsen.start;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.German;

/**
 * A date of the demo year.
 *
 * @param weeks of its Monday from this week's; 0 is the one that runs today
 * @param confirmed people with a seat
 * @param waiting people on the list
 */
record DemoScene(int weeks, int confirmed, int waiting, boolean online, boolean published) {

    private static final long FEE_CENTS = 100_000;
    private static final int SEATS = 20;
    private static final List<String> VENUES = List.of(
            "NSI Hannover, Wielandstraße 8",
            "NSI Oldenburg, Heiligengeisthöfe 4",
            "NSI Braunschweig, Wendenstraße 69",
            "Kreishaus Osnabrück, Am Schölerberg 1",
            "Rathaus Lüneburg, Am Ochsenmarkt 1");

    static final List<DemoScene> YEAR = List.of(
            new DemoScene(-38, 4, 0, false, true),
            new DemoScene(-33, 3, 0, false, true),
            new DemoScene(-27, 4, 0, false, true),
            new DemoScene(-21, 4, 0, false, true),
            new DemoScene(-14, 4, 0, false, true),
            new DemoScene(-8, 3, 0, true, true),
            new DemoScene(-3, 4, 0, false, true),
            new DemoScene(0, 6, 0, false, true),
            new DemoScene(1, 4, 0, false, true),
            new DemoScene(3, 18, 0, false, true),
            new DemoScene(4, 20, 3, false, true),
            new DemoScene(5, 2, 0, false, true),
            new DemoScene(6, 3, 0, false, true),
            new DemoScene(7, 1, 0, true, true),
            new DemoScene(8, 2, 0, false, true),
            new DemoScene(10, 1, 0, false, true),
            new DemoScene(11, 0, 0, false, true),
            new DemoScene(12, 1, 0, false, true),
            new DemoScene(14, 0, 0, false, true),
            new DemoScene(16, 0, 0, false, true),
            new DemoScene(24, 0, 0, false, true),
            new DemoScene(28, 0, 0, false, true),
            new DemoScene(30, 0, 0, false, false),
            new DemoScene(32, 0, 0, true, false));

    /** As it is planned; counted from today. */
    SeminarPlan.Draft draft(DemoChance chance, LocalDate today) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
        LocalDate first = weeks == 0 ? today.minusDays(1) : monday.plusDays(chance.below(3));
        List<SeminarDay> days = List.of(day(first), day(first.plusDays(1)), day(first.plusDays(2)));
        // The far ones open only when the season begins.
        LocalDate opens = weeks > 20 ? today.plusWeeks(weeks - 16L) : first.minusDays(130);
        LocalDate closes = weeks == 3 || weeks == 4 ? first.minusDays(10) : first.minusDays(14);
        String venue = online ? null : VENUES.get(Math.floorMod(weeks, VENUES.size()));
        return new SeminarPlan.Draft(
                "Digital-Lotse werden",
                days,
                venue,
                online,
                (long) SEATS,
                FEE_CENTS,
                opens.atTime(8, 0).atZone(German.BERLIN).toInstant(),
                closes.atTime(18, 0).atZone(German.BERLIN).toInstant());
    }

    private static SeminarDay day(LocalDate date) {
        return new SeminarDay(date, LocalTime.of(9, 0), LocalTime.of(16, 30));
    }
}
