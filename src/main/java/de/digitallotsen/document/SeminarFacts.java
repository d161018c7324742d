package de.digitallotsen.document;

import java.util.List;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.shared.German;

/**
 * A seminar as documents show it.
 *
 * @param when from the first to the last day
 * @param days a line a day, with its times
 * @param place venue, or „online“
 */
public record SeminarFacts(String title, String when, List<String> days, String place) {

    static SeminarFacts of(Seminar seminar) {
        String first = German.date(seminar.firstDay());
        String when =
                seminar.firstDay().equals(seminar.lastDay()) ? first : first + " bis " + German.date(seminar.lastDay());
        return new SeminarFacts(
                seminar.title(),
                when,
                seminar.days().stream().map(SeminarFacts::line).toList(),
                place(seminar));
    }

    private static String line(SeminarDay day) {
        return German.dateWithWeekday(day.date()) + ", " + German.time(day.begin()) + "–" + German.time(day.end())
                + "\u00a0Uhr";
    }

    private static String place(Seminar seminar) {
        boolean named = !seminar.venue().equalsIgnoreCase("online");
        return !seminar.online() ? seminar.venue() : named ? "online (" + seminar.venue() + ")" : "online";
    }
}
