package de.digitallotsen.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import io.quarkus.qute.TemplateExtension;

/** How values are written on pages: {@code {fee.euro}}, {@code {day.date}}, {@code {status.label}}. */
@TemplateExtension
final class Display {

    private Display() {}

    static String euro(Long cents) {
        return German.euro(cents);
    }

    static String euro(long cents) {
        return German.euro(cents);
    }

    static String number(Long value) {
        return German.number(value);
    }

    static String number(Integer value) {
        return German.number(value);
    }

    static String date(LocalDate day) {
        return German.date(day);
    }

    static String weekday(LocalDate day) {
        return German.dateWithWeekday(day);
    }

    static String time(LocalTime time) {
        return German.time(time);
    }

    static String dateTime(Instant instant) {
        return German.dateTime(instant);
    }

    static String label(Enum<?> constant) {
        return Messages.label(constant);
    }
}
