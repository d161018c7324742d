package de.digitallotsen.seminar.web;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarCalendar;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seminars for calendars: one date, and the feed to subscribe to. */
@Path("/api/v1/seminars")
@Tag(name = "Seminare")
public class CalendarResource {

    /** The feed keeps what has just passed, so that a subscriber's calendar does not lose it at once. */
    private static final int DAYS_BACK = 90;

    private final SeminarSearch search;
    private final SeminarCalendar calendar;
    private final Clock clock;

    CalendarResource(SeminarSearch search, SeminarCalendar calendar, Clock clock) {
        this.search = search;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GET
    @Path("/calendar.ics")
    @PermitAll
    @Operation(
            summary = "Kalender aller veröffentlichten Termine",
            description = "Zum Abonnieren in Outlook, Thunderbird oder auf dem Telefon.")
    public Response feed() {
        SeminarSearch.Filter filter =
                SeminarSearch.Filter.upcoming(SystemClock.today(clock).minusDays(DAYS_BACK));
        List<Seminar> seminars = search.find(Actor.anonymous(), filter, Page.Request.everything()).items().stream()
                .map(SeminarSearch.SeminarView::seminar)
                .toList();
        return answer(calendar.of(seminars), "digital-lotse.ics");
    }

    @GET
    @Path("/{id}/calendar.ics")
    @PermitAll
    @Operation(summary = "Ein Termin als Kalenderdatei")
    public Response one(@PathParam("id") String id) {
        Seminar seminar = search.require(Actor.anonymous(), Params.id(id)).seminar();
        return answer(calendar.of(List.of(seminar)), "digital-lotse-" + seminar.firstDay() + ".ics");
    }

    private static Response answer(String content, String fileName) {
        return Response.ok(content, SeminarCalendar.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
                .header("Cache-Control", "max-age=900")
                .build();
    }
}
