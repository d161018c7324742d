package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Calendars understand the dates, update them, and learn nothing about participants. */
@PortalTest
class CalendarTest {

    @Inject
    Given given;

    @Inject
    TestClock clock;

    private static String lines(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/calendar");
        assertThat(answer.asString().lines())
                .as("folded at 75 octets")
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(75));
        return answer.asString().replace("\r\n ", "").replace("\r\n\t", "");
    }

    private static String calendar(String path) {
        return lines(Program.anonymous().accept("*/*").get(path));
    }

    @Test
    void a_date_is_an_event_a_day_in_berlin_time() {
        long seminar = given.aSeminar().published();
        given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        String text = calendar("/api/v1/seminars/" + seminar + "/calendar.ics");
        List<String> lines = text.lines().toList();
        assertThat(lines)
                .startsWith("BEGIN:VCALENDAR")
                .endsWith("END:VCALENDAR")
                .contains("VERSION:2.0", "METHOD:PUBLISH", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin");
        assertThat(lines)
                .contains(
                        "DTSTART;TZID=Europe/Berlin:20270329T090000",
                        "DTEND;TZID=Europe/Berlin:20270329T163000",
                        "DTSTART;TZID=Europe/Berlin:20270330T090000",
                        "DTSTART;TZID=Europe/Berlin:20270331T090000");
        assertThat(lines.stream().filter(line -> line.equals("BEGIN:VEVENT"))).hasSize(3);
        assertThat(lines.stream().filter(line -> line.startsWith("UID:")).distinct())
                .hasSize(3);
        assertThat(lines.stream().filter(line -> line.startsWith("SEQUENCE:"))).hasSize(3);
        assertThat(text)
                .contains("DTSTAMP:")
                .contains("LOCATION:NSI Hannover\\, Wielandstraße 8")
                .doesNotContain("ATTENDEE")
                .doesNotContain("ORGANIZER")
                .doesNotContain("Beispiel")
                .doesNotContain("Langenhagen");
    }

    @Test
    void a_change_keeps_the_uid_and_raises_the_sequence() {
        long seminar = given.aSeminar().published();
        String before = calendar("/api/v1/seminars/" + seminar + "/calendar.ics");
        User nsi = given.account(Role.NSI, null);
        Map<String, Object> now =
                Program.of(nsi).get("/api/v1/seminars/" + seminar).path("");
        clock.pass(java.time.Duration.ofMinutes(5));
        Program.of(nsi)
                .body(Bodies.with(now, "venue", "NSI Oldenburg"))
                .put("/api/v1/seminars/" + seminar)
                .then()
                .statusCode(200);
        String after = calendar("/api/v1/seminars/" + seminar + "/calendar.ics");
        assertThat(values(after, "UID")).isEqualTo(values(before, "UID"));
        assertThat(Integer.parseInt(values(after, "SEQUENCE").get(0)))
                .isGreaterThan(Integer.parseInt(values(before, "SEQUENCE").get(0)));
        assertThat(values(after, "LOCATION")).containsOnly("NSI Oldenburg");
    }

    private static List<String> values(String calendar, String property) {
        return calendar.lines()
                .filter(line -> line.startsWith(property + ":"))
                .map(line -> line.substring(property.length() + 1))
                .toList();
    }

    @Test
    void the_feed_has_published_dates_only() {
        given.aSeminar().published();
        given.aSeminar().beginningOn(clock.today().plusWeeks(20)).planned();
        String feed = calendar("/api/v1/seminars/calendar.ics");
        assertThat(values(feed, "UID")).hasSize(3);
        assertThat(feed).contains("20270329T090000").doesNotContain("202706");
        User nsi = given.account(Role.NSI, null);
        assertThat(values(lines(Program.of(nsi).accept("*/*").get("/api/v1/seminars/calendar.ics")), "UID"))
                .as("for the NSI too")
                .hasSize(3);
    }

    @Test
    void a_feed_without_dates_is_a_calendar_all_the_same() {
        assertThat(calendar("/api/v1/seminars/calendar.ics"))
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("BEGIN:VEVENT");
    }
}
