package de.digitallotsen.seminar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

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
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
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

    private final SeminarSearch search;
    private final CurrentUser user;
    private final Clock clock;

    SeminarPages(SeminarSearch search, CurrentUser user, Clock clock) {
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    /** What is chosen in the filter. */
    public record Filter(List<Choice> months, List<Choice> views, String text, boolean free) {}

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(List<SeminarLine> seminars, Filter filter, Pager pager) implements TemplateInstance {}

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DetailPage(SeminarLine seminar) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("monat") String month,
            @QueryParam("q") String text,
            @QueryParam("frei") String free,
            @QueryParam("ansicht") String view,
            @QueryParam("page") String page) {
        Actor actor = user.actor();
        LocalDate today = SystemClock.today(clock);
        boolean onlyFree = Boolean.TRUE.equals(Params.flag("frei", free));
        YearMonth chosen = month(month);
        String shown = view == null ? "" : view;
        Page<SeminarSearch.SeminarView> found =
                search.find(actor, filter(actor, chosen, text, onlyFree, shown, today), Params.page(page, null));
        List<Choice> months = search.months(today).stream()
                .map(m -> new Choice(
                        YearMonth.from(m).toString(),
                        German.month(m),
                        YearMonth.from(m).equals(chosen)))
                .toList();
        Filter filter = new Filter(months, views(actor, shown), text == null ? "" : text, onlyFree);
        return new ListPage(
                found.items().stream().map(SeminarLine::of).toList(),
                filter,
                Pager.of(found, "monat", month, "q", text, "frei", onlyFree ? "true" : null, "ansicht", view));
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
