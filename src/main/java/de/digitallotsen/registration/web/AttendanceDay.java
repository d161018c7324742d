package de.digitallotsen.registration.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.German;

/**
 * One day of the seminar in the form that records the attendance.
 *
 * @param begun it can be recorded
 * @param recorded it was, at least once
 * @param shown it stands in the form
 */
public record AttendanceDay(String value, String label, boolean begun, boolean recorded, boolean shown) {

    /** @param onlyDay shows that day alone; null shows today's while the seminar runs, and later all */
    static List<AttendanceDay> of(Seminar seminar, LocalDate onlyDay, LocalDate today, Set<LocalDate> recorded) {
        List<LocalDate> dates = seminar.dates();
        boolean running = dates.contains(today) && !today.equals(seminar.lastDay());
        LocalDate only = onlyDay == null && running ? today : onlyDay;
        return dates.stream()
                .map(day -> new AttendanceDay(
                        day.toString(),
                        German.shortDateWithWeekday(day),
                        !day.isAfter(today),
                        recorded.contains(day),
                        !day.isAfter(today) && (only == null || only.equals(day))))
                .toList();
    }
}
