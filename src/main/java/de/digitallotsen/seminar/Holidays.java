package de.digitallotsen.seminar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import de.digitallotsen.shared.Messages;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Days on which offices in Niedersachsen are closed: Saturdays, Sundays and the public holidays of the Land. They are
 * pointed out and never refused: there are seminars on Saturdays.
 */
@ApplicationScoped
public class Holidays {

    private static final String NIEDERSACHSEN = "ni";

    private final HolidayManager calendar =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));

    /**
     * One such day.
     *
     * @param name of the holiday, or of the day of the week; of both where they coincide
     */
    public record FreeDay(LocalDate date, String name) {}

    /** Those among the days, in order. */
    public List<FreeDay> among(Collection<LocalDate> days) {
        return days.stream()
                .distinct()
                .sorted()
                .flatMap(day -> nameOf(day).map(name -> new FreeDay(day, name)).stream())
                .toList();
    }

    private Optional<String> nameOf(LocalDate day) {
        Optional<String> holiday = calendar.getHolidays(Year.of(day.getYear()), NIEDERSACHSEN).stream()
                .filter(one -> one.getType() == HolidayType.PUBLIC_HOLIDAY
                        && one.getDate().equals(day))
                .map(Holidays::inGerman)
                .findFirst();
        if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            return holiday;
        }
        String weekday = Messages.label(day.getDayOfWeek());
        return Optional.of(holiday.map(name -> name + " (" + weekday + ")").orElse(weekday));
    }

    private static String inGerman(Holiday holiday) {
        return holiday.getDescription(Locale.GERMAN);
    }
}
