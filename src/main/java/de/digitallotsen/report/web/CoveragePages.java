package de.digitallotsen.report.web;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.report.CountyMap;
import de.digitallotsen.report.Coverage;
import de.digitallotsen.report.CoverageReport;
import de.digitallotsen.report.SizeClass;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Percentage;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Which Kommunen take part and which do not yet: on a map, in tables, as a list. */
@Path("/abdeckung")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class CoveragePages {

    private final CoverageReport report;
    private final CountyMap map;
    private final CoverageTable table;
    private final CurrentUser user;

    CoveragePages(CoverageReport report, CountyMap map, CoverageTable table, CurrentUser user) {
        this.report = report;
        this.map = map;
        this.table = table;
        this.user = user;
    }

    /** One row of a table; {@code href} leads to its Kommunen. */
    public record GroupRow(
            String name,
            Link href,
            int eligible,
            int takingPart,
            int missing,
            Percentage percent,
            int persons,
            int earlier) {
        static GroupRow of(Coverage.Group group, String name, String parameter, Link all) {
            return new GroupRow(
                    name,
                    all.with(parameter, group.key()),
                    group.eligible(),
                    group.takingPart(),
                    group.missing(),
                    group.percent(),
                    group.persons(),
                    group.earlier());
        }
    }

    /**
     * A region on the map.
     *
     * @param shade 1 to 5
     * @param words for people who do not see it
     */
    public record Area(Link href, String path, int x, int y, int shade, String words) {}

    /** Everything on the first page. */
    public record View(
            Instant at,
            Coverage.Group total,
            List<Area> areas,
            int mapHeight,
            List<GroupRow> regions,
            List<GroupRow> types,
            List<GroupRow> sizes) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CoveragePage(View view, ChosenPeriod chosen, String query) implements TemplateInstance {}

    /** One Kommune of the list. */
    public record MemberRow(
            String ars,
            String name,
            String type,
            String region,
            int population,
            boolean takesPart,
            int persons,
            int waiting,
            int earlier) {}

    /** The filter of the list with what can be chosen. */
    public record Choices(List<Choice> regions, List<Choice> types, List<Choice> sizes, List<Choice> takesPart) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record KommunenPage(
            List<MemberRow> kommunen, Choices choices, Pager pager, Instant at, ChosenPeriod chosen, String keep)
            implements TemplateInstance {}

    @GET
    public TemplateInstance coverage(@QueryParam("zeitraum") String period) {
        ChosenPeriod chosen = report.chosen(period);
        Link all = all(chosen);
        CoverageReport.Dated dated = report.of(user.actor(), chosen);
        Coverage coverage = dated.coverage();
        List<GroupRow> regions = coverage.byRegion().stream()
                .map(group -> GroupRow.of(group, map.name(group.key()), "kreis", all))
                .toList();
        List<GroupRow> types = coverage.byType().stream()
                .map(group -> GroupRow.of(group, Messages.label("KommuneType." + group.key()), "art", all))
                .toList();
        List<GroupRow> sizes = coverage.bySize().stream()
                .map(group -> GroupRow.of(group, Messages.label("SizeClass." + group.key()), "groesse", all))
                .toList();
        return new CoveragePage(
                new View(dated.at(), coverage.total(), areas(coverage, all), CountyMap.height(), regions, types, sizes),
                chosen,
                chosen.isTogether() ? "" : chosen.query());
    }

    /** By region, type and size as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@QueryParam("zeitraum") String period) {
        return table.groups(user.actor(), report.chosen(period));
    }

    /** All Kommunen, whether they take part or not. */
    private static Link all(ChosenPeriod chosen) {
        return Link.to("/abdeckung/kommunen").with("zeitraum", asked(chosen)).with("dabei", "alle");
    }

    /** All of them together need not be asked for. */
    private static String asked(ChosenPeriod chosen) {
        return chosen.isTogether() ? null : chosen.asked();
    }

    private List<Area> areas(Coverage coverage, Link all) {
        Map<String, Coverage.Group> groups =
                coverage.byRegion().stream().collect(Collectors.toMap(Coverage.Group::key, Function.identity()));
        List<Area> areas = new ArrayList<>();
        for (CountyMap.Region region : map.regions()) {
            Coverage.Group group = groups.get(region.ags());
            if (group != null) {
                areas.add(new Area(
                        all.with("kreis", region.ags()),
                        region.path(),
                        region.x(),
                        region.y(),
                        group.shade(),
                        Messages.text(
                                "coverage.area",
                                "name",
                                region.name(),
                                "taking",
                                group.takingPart(),
                                "eligible",
                                group.eligible(),
                                "percent",
                                group.percent())));
            }
        }
        return areas;
    }

    @GET
    @Path("/kommunen")
    public TemplateInstance kommunen(@BeanParam CoverageQuery query, @QueryParam("page") String page) {
        ChosenPeriod chosen = report.chosen(query.period);
        CoverageReport.Dated dated = report.of(user.actor(), chosen);
        List<Coverage.Member> found = dated.coverage().find(query.filter());
        Page.Request request = Params.page(page, null);
        List<MemberRow> rows = found.stream()
                .skip(request.offset())
                .limit(request.size())
                .map(this::row)
                .toList();
        Pager pager = Pager.of(new Page<>(rows, request.page(), request.size(), found.size()), query.parameters());
        return new KommunenPage(rows, choices(query), pager, dated.at(), chosen, query.keep());
    }

    /** The Kommunen, as filtered, as a file. */
    @GET
    @Path("/kommunen")
    @Produces({Table.CSV, Table.XLSX})
    public Table kommunenList(@BeanParam CoverageQuery query) {
        return table.kommunen(user.actor(), report.chosen(query.period), query.filter(), query.words());
    }

    private MemberRow row(Coverage.Member member) {
        return new MemberRow(
                member.ars(),
                member.name(),
                Messages.label(member.type()),
                map.name(member.regionAgs()),
                member.population(),
                member.takesPart(),
                member.persons(),
                member.waiting(),
                member.earlier());
    }

    private Choices choices(CoverageQuery query) {
        List<Choice> regions = map.regions().stream()
                .map(region ->
                        new Choice(region.ags(), region.name(), region.ags().equals(query.region)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(Locale.GERMANY)))
                .toList();
        List<Choice> types = Choice.of(
                Arrays.stream(KommuneType.values())
                        .filter(KommuneType::isEligible)
                        .toArray(KommuneType[]::new),
                query.type);
        List<Choice> sizes = Choice.of(SizeClass.values(), query.size);
        List<Choice> takesPart = List.of(
                new Choice("", Messages.text("coverage.not-yet"), query.takesPart == null),
                new Choice("ja", Messages.text("coverage.takes-part"), "ja".equals(query.takesPart)),
                new Choice("alle", Messages.text("coverage.all"), "alle".equals(query.takesPart)));
        return new Choices(regions, types, sizes, takesPart);
    }
}
