package de.digitallotsen.report.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.report.CountyMap;
import de.digitallotsen.report.Coverage;
import de.digitallotsen.report.CoverageReport;
import de.digitallotsen.report.SizeClass;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which Kommunen take part, for programs. Counts of persons, no names. */
@Path("/api/v1/reports/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auswertungen", description = "Prognose und Abdeckung, ohne Namen")
@RolesAllowed(Role.MINISTRY_NAME)
public class CoverageResource {

    private static final String PERIOD =
            "nur dieser Förderzeitraum, ohne frühere Plätze; ohne Angabe das ganze Programm";

    private final CoverageReport report;
    private final CountyMap map;
    private final CoverageTable table;
    private final CurrentUser user;

    CoverageResource(CoverageReport report, CountyMap map, CoverageTable table, CurrentUser user) {
        this.report = report;
        this.map = map;
        this.table = table;
        this.user = user;
    }

    /** Kommunen of one region, type or size. */
    @Schema(name = "CoverageGroup")
    public record GroupJson(
            @Schema(examples = "03241") String key,
            @Schema(examples = "Region Hannover") String name,
            int eligible,
            int takingPart,
            int persons,
            int earlierPlaces) {
        static GroupJson of(Coverage.Group group, String name) {
            return new GroupJson(
                    group.key(), name, group.eligible(), group.takingPart(), group.persons(), group.earlier());
        }
    }

    /** All of it. */
    @Schema(name = "Coverage")
    public record CoverageJson(
            @Schema(description = "Stand") Instant at,
            int eligible,
            int takingPart,
            int persons,
            int earlierPlaces,
            List<GroupJson> byLandkreis,
            List<GroupJson> byType,
            List<GroupJson> bySize) {}

    /** One Kommune. */
    @Schema(name = "CoverageKommune")
    public record MemberJson(
            String ars,
            String displayName,
            KommuneType type,
            String landkreisAgs,
            int population,
            SizeClass size,
            boolean takesPart,
            int persons,
            int waiting,
            int earlierPlaces) {
        static MemberJson of(Coverage.Member m) {
            return new MemberJson(
                    m.ars(),
                    m.name(),
                    m.type(),
                    m.regionAgs(),
                    m.population(),
                    m.size(),
                    m.takesPart(),
                    m.persons(),
                    m.waiting(),
                    m.earlier());
        }
    }

    @GET
    @Operation(
            summary = "Abdeckung",
            description = "Wie viele der antragsberechtigten Kommunen teilnehmen, nach Kreis, Art und Größe. Teil"
                    + " nimmt, wer eine bestätigte oder besuchte Anmeldung hat oder früher einen Platz genutzt hat.")
    public CoverageJson coverage(@QueryParam("periodId") @Parameter(description = PERIOD) String period) {
        CoverageReport.Dated dated = report.of(user.actor(), report.chosen(period));
        Coverage coverage = dated.coverage();
        Coverage.Group total = coverage.total();
        return new CoverageJson(
                dated.at(),
                total.eligible(),
                total.takingPart(),
                total.persons(),
                total.earlier(),
                json(coverage.byRegion(), map::name),
                json(coverage.byType(), key -> Messages.label("KommuneType." + key)),
                json(coverage.bySize(), key -> Messages.label("SizeClass." + key)));
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Abdeckung als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Nach Kreis, Art und Größe; CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Table list(@QueryParam("periodId") String period) {
        return table.groups(user.actor(), report.chosen(period));
    }

    private static List<GroupJson> json(List<Coverage.Group> groups, Function<String, String> name) {
        return groups.stream()
                .map(group -> GroupJson.of(group, name.apply(group.key())))
                .toList();
    }

    @GET
    @Path("/kommunen")
    @Operation(
            summary = "Kommunen mit ihrer Teilnahme",
            description = "takesPart=false: wer noch nicht teilgenommen hat.")
    public Page<MemberJson> kommunen(
            @QueryParam("landkreisAgs") @Parameter(example = "03241") String region,
            @QueryParam("type") @Parameter(schema = @Schema(implementation = KommuneType.class)) String type,
            @QueryParam("sizeClass") @Parameter(schema = @Schema(implementation = SizeClass.class)) String sizeClass,
            @QueryParam("takesPart") String takesPart,
            @QueryParam("periodId") @Parameter(description = PERIOD) String period,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        Coverage.Filter filter = new Coverage.Filter(
                region == null || region.isBlank() ? null : region,
                Params.choice("type", type, KommuneType.class),
                Params.choice("sizeClass", sizeClass, SizeClass.class),
                Params.flag("takesPart", takesPart));
        List<Coverage.Member> found =
                report.of(user.actor(), report.chosen(period)).coverage().find(filter);
        Page.Request request = Params.page(page, size);
        return new Page<>(
                found.stream()
                        .skip(request.offset())
                        .limit(request.size())
                        .map(MemberJson::of)
                        .toList(),
                request.page(),
                request.size(),
                found.size());
    }
}
