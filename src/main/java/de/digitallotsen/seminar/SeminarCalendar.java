package de.digitallotsen.seminar;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.enterprise.context.ApplicationScoped;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Seminars as iCalendar (RFC 5545): an event a day, with a UID that stays and a SEQUENCE that grows, so that a calendar
 * updates its entry. No participants.
 */
@ApplicationScoped
public class SeminarCalendar {

    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";
    /** ical4j folds by letters, and through the middle of some. */
    private static final int NEVER = Integer.MAX_VALUE;
    /** Today's rule alone: the library's own definition lists every change of the clocks since 1893. */
    private static final String BERLIN = String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Berlin",
            "BEGIN:DAYLIGHT",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "DTSTART:19810329T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "DTSTART:19961027T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:STANDARD",
            "END:VTIMEZONE",
            "END:VCALENDAR",
            "");

    private final PublicInformation information;

    SeminarCalendar(PublicInformation information) {
        this.information = information;
    }

    /** A calendar with every day of the seminars. */
    public String of(List<Seminar> seminars) {
        Calendar calendar = empty(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", "Digital-Lotse werden"));
        calendar.add(new XProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT12H"));
        seminars.forEach(seminar -> addDays(calendar, seminar));
        return folded(calendar);
    }

    /** A calendar without events, with the time zone that they need. */
    public static Calendar empty(Method method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//NSI//Digitallotsen-Portal//DE"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(berlin());
        return calendar;
    }

    /** Lines of 75 octets at most (RFC 5545, 3.1). */
    public static String folded(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, NEVER).output(calendar, text);
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
        return CalendarLines.fold(text.toString());
    }

    private static CalendarComponent berlin() {
        try {
            return new CalendarBuilder()
                    .build(new StringReader(BERLIN))
                    .getComponents()
                    .get(0);
        } catch (IOException | ParserException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void addDays(Calendar calendar, Seminar seminar) {
        List<SeminarDay> days = seminar.days();
        for (int i = 0; i < days.size(); i++) {
            calendar.add(event(seminar, days.get(i), i + 1, days.size()));
        }
    }

    private VEvent event(Seminar seminar, SeminarDay day, int number, int of) {
        ZonedDateTime begin = LocalDateTime.of(day.date(), day.begin()).atZone(German.BERLIN);
        ZonedDateTime end = LocalDateTime.of(day.date(), day.end()).atZone(German.BERLIN);
        VEvent event = new VEvent(begin, end, seminar.title() + " (Tag " + number + " von " + of + ")");
        event.replace(new DtStamp(seminar.changedAt()));
        event.add(new Uid(seminar.calendarUid() + "-" + number));
        event.add(new Sequence(seminar.calendarSequence()));
        event.add(new LastModified(seminar.changedAt()));
        event.add(new Location(seminar.venue()));
        event.add(new Status(seminar.status() == SeminarStatus.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        event.add(new Description("Seminar des Niedersächsischen Studieninstituts. Meldeschluss: "
                + German.dateTime(seminar.closesAt()).replace('\u00a0', ' ')));
        if (information.isPublic()) {
            event.add(new Url(URI.create(information.publicUrl() + "/seminare/" + seminar.id())));
        }
        return event;
    }
}
