package de.digitallotsen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.German;

/**
 * A seminar that walks its legal way: planned, then published. Unless told otherwise it has 20 seats, costs 1,000 EUR,
 * opened yesterday and takes three days, eight weeks from now; its deadline is 14 days before.
 */
public final class SeminarFixture {

    private final Given given;
    private long seats = 20;
    private long fee = 100_000;
    private LocalDate firstDay;
    private int length = 3;
    private Instant opensAt;
    private Instant closesAt;
    private String venue = "NSI Hannover, Wielandstraße 8";

    SeminarFixture(Given given, LocalDate today, Instant now) {
        this.given = given;
        firstDay = today.plusWeeks(8);
        opensAt = now.minus(1, ChronoUnit.DAYS);
    }

    public SeminarFixture withSeats(long number) {
        seats = number;
        return this;
    }

    /** In cents. */
    public SeminarFixture fee(long cents) {
        fee = cents;
        return this;
    }

    public SeminarFixture beginningOn(LocalDate day) {
        firstDay = day;
        return this;
    }

    public SeminarFixture lasting(int days) {
        length = days;
        return this;
    }

    public SeminarFixture opensAt(Instant instant) {
        opensAt = instant;
        return this;
    }

    public SeminarFixture closesAt(Instant instant) {
        closesAt = instant;
        return this;
    }

    /** Where it takes place. */
    public SeminarFixture at(String place) {
        venue = place;
        return this;
    }

    /** What the NSI would type. */
    public SeminarPlan.Draft draft() {
        List<SeminarDay> days = Stream.iterate(firstDay, day -> day.plusDays(1))
                .limit(length)
                .map(day -> new SeminarDay(day, LocalTime.of(9, 0), LocalTime.of(16, 30)))
                .toList();
        Instant deadline = closesAt != null
                ? closesAt
                : firstDay.minusDays(14).atTime(18, 0).atZone(German.BERLIN).toInstant();
        return new SeminarPlan.Draft("Digital-Lotse werden", days, venue, false, seats, fee, opensAt, deadline);
    }

    /** Planned only; its id. */
    public long planned() {
        return given.plan(draft());
    }

    /** Planned and published; its id. */
    public long published() {
        long id = planned();
        given.publish(id);
        return id;
    }
}
