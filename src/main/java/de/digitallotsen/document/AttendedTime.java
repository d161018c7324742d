package de.digitallotsen.document;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import de.digitallotsen.seminar.SeminarDay;

/**
 * How much of a seminar somebody attended.
 *
 * @param units of 45 minutes, on the attended days, without breaks
 */
record AttendedTime(int daysPlanned, int daysAttended, int units) {

    static final long UNIT_MINUTES = 45;
    /** Shorter days have no break that counts. */
    static final long LONG_DAY_MINUTES = 6 * 60;

    /** @param breakMinutes taken off every day of more than six hours: the times of a seminar include lunch */
    static AttendedTime of(List<SeminarDay> planned, Collection<LocalDate> present, int breakMinutes) {
        List<SeminarDay> attended =
                planned.stream().filter(day -> present.contains(day.date())).toList();
        int units = attended.stream().mapToInt(day -> units(day, breakMinutes)).sum();
        return new AttendedTime(planned.size(), attended.size(), units);
    }

    /** Rounded down each day: a certificate never says too much. */
    private static int units(SeminarDay day, int breakMinutes) {
        long minutes = Duration.between(day.begin(), day.end()).toMinutes();
        long taught = minutes > LONG_DAY_MINUTES ? minutes - breakMinutes : minutes;
        return (int) Math.max(0, taught / UNIT_MINUTES);
    }
}
