package de.digitallotsen.seminar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

import de.digitallotsen.seminar.NearbySeminars;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.PublicInformation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The dates for everyone; the NSI finds its drafts among them. */
@Path("/seminare")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class SeminarPages {

    private static final String FEED = "/api/v1/seminars/calendar.ics";

    private final SeminarSearch search;
    private final NearbySeminars nearby;
    private final PublicInformation information;
    private final CurrentUser user;
    private final Clock clock;

    SeminarPages(
            SeminarSearch search, NearbySeminars nearby, PublicInformation information, CurrentUser user, Clock clock) {
        this.search = search;
        this.nearby = nearby;
        this.information = information;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What is chosen in the filter.
     *
     * @param from first day as the browser writes it; empty without one
     * @param to last day
     */
    public record Filter(
            List<Choice> months, List<Choice> views, String text, boolean free, String from, String to, Near near) {}

    /** Near to where. */
    public record Near(String postcode, List<Choice> distances) {}

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(List<SeminarLine> seminars, Filter filter, Pager pager) implements TemplateInstance {}

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DetailPage(SeminarLine seminar) implements TemplateInstance {}

    /**
     * The page about subscribing.
     *
     * @param address of the feed, to be copied
     * @param webcal the same, which calendars open by themselves
     */
    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CalendarPage(String address, String webcal) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("monat") String month,
            @QueryParam("q") String text,
            @QueryParam("frei") String free,
            @QueryParam("ansicht") String view,
            @BeanParam Where where,
            @QueryParam("page") String page) {
        Actor actor = user.actor();
        LocalDate today = SystemClock.today(clock);
        boolean onlyFree = Boolean.TRUE.equals(Params.flag("frei", free));
        YearMonth chosen = month(month);
        String shown = view == null ? "" : view;
        SeminarSearch.Filter wanted = where.within(filter(actor, chosen, text, onlyFree, shown, today), chosen != null);
        Page<SeminarLine> found = where.isAsked()
                ? nearby.find(actor, wanted, where.near(), Params.page(page, null))
                : lines(search.find(actor, wanted, Params.page(page, null)));
        List<Choice> months = search.months(today).stream()
                .map(m -> new Choice(
                        YearMonth.from(m).toString(),
                        German.month(m),
                        YearMonth.from(m).equals(chosen)))
                .toList();
        Filter filter = new Filter(
                months,
                views(actor, shown),
                text == null ? "" : text,
                onlyFree,
                where.from == null ? "" : where.from,
                where.to == null ? "" : where.to,
                new Near(where.postcode == null ? "" : where.postcode, where.distances()));
        return new ListPage(
                found.items(),
                filter,
                Pager.of(
                        found,
                        "monat",
                        month,
                        "q",
                        text,
                        "frei",
                        onlyFree ? "true" : null,
                        "ansicht",
                        view,
                        "von",
                        where.from,
                        "bis",
                        where.to,
                        "plz",
                        where.postcode,
                        "km",
                        where.kilometres));
    }

    private static Page<SeminarLine> lines(Page<SeminarSearch.SeminarView> found) {
        return new Page<>(
                found.items().stream().map(SeminarLine::of).toList(), found.page(), found.size(), found.total());
    }

    /** How to subscribe to the dates. */
    @GET
    @Path("/kalender")
    public TemplateInstance calendar(RoutingContext request) {
        String portal = information.isPublic()
                ? information.publicUrl()
                : request.request().scheme() + "://" + request.request().authority();
        String address = portal + FEED;
        return new CalendarPage(address, address.replaceFirst("^https?", "webcal"));
    }

    private static SeminarSearch.Filter filter(
            Actor actor, YearMonth month, String text, boolean free, String view, LocalDate today) {
        boolean nsi = actor.is(Role.NSI);
        List<SeminarStatus> status = switch (view) {
            case "entwuerfe" -> nsi ? List.of(SeminarStatus.DRAFT) : List.of(SeminarStatus.PUBLISHED);
            case "vergangene" -> List.of(SeminarStatus.PUBLISHED, SeminarStatus.CLOSED, SeminarStatus.CANCELLED);
            default -> nsi ? List.of(SeminarStatus.PUBLISHED, SeminarStatus.DRAFT) : List.of(SeminarStatus.PUBLISHED);
        };
        LocalDate from = month != null ? month.atDay(1) : today;
        LocalDate to = month == null ? null : month.atEndOfMonth();
        if ("vergangene".equals(view)) {
            from = month == null ? null : from;
            to = today.minusDays(1);
        }
        return new SeminarSearch.Filter(from, to, free, text, status);
    }

    private static List<Choice> views(Actor actor, String chosen) {
        List<Choice> views = List.of(
                new Choice("", "Kommende", chosen.isEmpty()),
                new Choice("entwuerfe", "Entwürfe", chosen.equals("entwuerfe")),
                new Choice("vergangene", "Vergangene", chosen.equals("vergangene")));
        return actor.is(Role.NSI) ? views : List.of();
    }

    private static YearMonth month(String raw) {
        try {
            return raw == null || raw.isBlank() ? null : YearMonth.parse(raw);
        } catch (DateTimeParseException noMonth) {
            return null;
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance detail(@PathParam("id") String id) {
        return new DetailPage(SeminarLine.of(search.require(user.actor(), Params.id(id))));
    }
}
