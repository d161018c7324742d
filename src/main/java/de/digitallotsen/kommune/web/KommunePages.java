package de.digitallotsen.kommune.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.kommune.PlaceCounts;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The Kommunen with the places they have used, for the NSI and the Ministry. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class KommunePages {

    private final KommuneSearch search;
    private final PlaceCounts places;
    private final Clock clock;

    KommunePages(KommuneSearch search, PlaceCounts places, Clock clock) {
        this.search = search;
        this.places = places;
        this.clock = clock;
    }

    /** One Kommune; places in words. */
    public record Line(
            String ars,
            String name,
            String type,
            String postcode,
            boolean eligible,
            String places,
            int used,
            int total) {}

    /** One kind to choose from. */
    public record Choice(String value, String label, boolean chosen) {}

    @CheckedTemplate(basePath = "kommune", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(List<Line> kommunen, String text, List<Choice> types, boolean eligible, Pager pager, Instant at)
            implements TemplateInstance {}

    @GET
    @Path("kommunen")
    public TemplateInstance list(
            @QueryParam("q") String text,
            @QueryParam("art") String type,
            @QueryParam("alle") String all,
            @QueryParam("page") String page) {
        boolean eligibleOnly = !Boolean.TRUE.equals(Params.flag("alle", all));
        Page<Kommune> found = find(text, type, eligibleOnly, Params.page(page, null));
        List<Choice> types = Arrays.stream(KommuneType.values())
                .map(t -> new Choice(t.name(), Messages.label(t), t.name().equals(type)))
                .toList();
        return new ListPage(
                lines(found.items()),
                text == null ? "" : text,
                types,
                eligibleOnly,
                Pager.of(found, "q", text, "art", type, "alle", eligibleOnly ? null : "true"),
                clock.instant());
    }

    private Page<Kommune> find(String text, String type, boolean eligibleOnly, Page.Request page) {
        return search.find(
                new KommuneSearch.Filter(
                        text, Params.choice("art", type, KommuneType.class), eligibleOnly ? Boolean.TRUE : null),
                page);
    }

    private List<Line> lines(List<Kommune> kommunen) {
        Map<String, PlaceCounts.Count> counts =
                places.count(kommunen.stream().map(Kommune::ars).toList());
        LocalDate today = SystemClock.today(clock);
        return kommunen.stream()
                .map(kommune -> line(kommune, counts.getOrDefault(kommune.ars(), new PlaceCounts.Count(0, 0)), today))
                .toList();
    }

    private static Line line(Kommune kommune, PlaceCounts.Count count, LocalDate today) {
        Eligibility eligibility = kommune.eligibilityOn(today);
        String words = eligibility.eligible() || count.used() > 0 ? count.used() + " von " + count.total() : "keine";
        return new Line(
                kommune.ars(),
                kommune.displayName(),
                Messages.label(kommune.type()),
                kommune.postcode() == null ? "" : kommune.postcode(),
                eligibility.eligible(),
                words,
                count.used(),
                eligibility.eligible() ? count.total() : 0);
    }

    /** The same as a file. */
    @GET
    @Path("kommunen")
    @Produces({Table.CSV, Table.XLSX})
    public Table asList(@QueryParam("q") String text, @QueryParam("art") String type, @QueryParam("alle") String all) {
        boolean eligibleOnly = !Boolean.TRUE.equals(Params.flag("alle", all));
        List<List<Object>> rows = new ArrayList<>();
        for (Line line :
                lines(find(text, type, eligibleOnly, Page.Request.everything()).items())) {
            rows.add(Arrays.asList(
                    line.ars(),
                    line.name(),
                    line.type(),
                    line.postcode(),
                    line.eligible() ? "ja" : "nein",
                    line.used(),
                    line.total()));
        }
        KommuneType wanted = Params.choice("art", type, KommuneType.class);
        String words = Table.words(
                "Suche",
                text,
                "Art",
                wanted == null ? null : Messages.label(wanted),
                "Nur antragsberechtigte",
                eligibleOnly ? "ja" : "nein");
        return new Table(
                "Kommunen",
                words,
                List.of(
                        "Regionalschlüssel",
                        "Kommune",
                        "Art",
                        "PLZ",
                        "Antragsberechtigt",
                        "Förderplätze belegt",
                        "Förderplätze gesamt"),
                rows);
    }
}
