package de.digitallotsen.seminar.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.seminar.Holidays;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;

/** What looks like a slip of the hand among the days of a seminar; it is pointed out and never refused. */
@ApplicationScoped
class DayWarnings {

    private final Holidays holidays;

    DayWarnings(Holidays holidays) {
        this.holidays = holidays;
    }

    /** In sentences: days that are free, that have passed, or are today. */
    List<String> of(List<LocalDate> days, LocalDate today) {
        Stream<String> free = holidays.among(days).stream()
                .map(day -> Messages.text("day.free", "day", German.dateWithWeekday(day.date()), "name", day.name()));
        Stream<String> late = days.stream()
                .filter(day -> !day.isAfter(today))
                .map(day -> Messages.text(
                        day.equals(today) ? "day.today" : "day.past", "day", German.dateWithWeekday(day)));
        return Stream.concat(late, free).toList();
    }
}
