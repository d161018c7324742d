package de.digitallotsen.start;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import de.digitallotsen.shared.German;

/** What is left to chance in the demo: the same each time, so that every demo looks the same. */
final class DemoChance {

    private final Random random = new Random(2027);

    int below(int bound) {
        return random.nextInt(bound);
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    Instant between(Instant from, Instant until) {
        long seconds = Math.max(1, ChronoUnit.SECONDS.between(from, until));
        Instant chosen = atWork(from.plusSeconds((long) (random.nextDouble() * seconds)));
        return chosen.isAfter(from) && chosen.isBefore(until)
                ? chosen
                : from.plusSeconds(random.nextInt((int) Math.min(seconds, 3600)));
    }

    /** The same day, or the Friday before, during office hours. */
    Instant atWork(Instant instant) {
        LocalDate day = German.berlinDay(instant);
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.minusDays(1);
        }
        return day.atTime(8, 0)
                .plusMinutes(random.nextInt(8 * 60))
                .atZone(German.BERLIN)
                .toInstant();
    }

    static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
