package de.digitallotsen.seminar.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.seminar.CopySeminar;
import de.digitallotsen.seminar.PlanSeminar;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The seminar dates for programs. */
@Path("/api/v1/seminars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Seminare", description = "Termine finden, planen und veröffentlichen (R6, R7)")
public class SeminarResource {

    private final SeminarSearch search;
    private final CurrentUser user;
    private final PlanSeminar plan;
    private final CopySeminar copy;
    private final PublishSeminar publish;

    SeminarResource(
            SeminarSearch search, CurrentUser user, PlanSeminar plan, CopySeminar copy, PublishSeminar publish) {
        this.search = search;
        this.user = user;
        this.plan = plan;
        this.copy = copy;
        this.publish = publish;
    }

    /** What the NSI sends; computed fields of a seminar are ignored. */
    @Schema(name = "SeminarPlan")
    public record PlanJson(
            @Schema(examples = "Digital-Lotse werden") String title,
            List<SeminarJson.Day> days,
            String venue,
            Boolean online,
            Long capacity,
            Long feeCents,
            Instant opensAt,
            Instant closesAt,

            @Schema(
                    description = "mit decisionDay: bei weniger Teilnehmenden entscheidet das NSI an diesem Tag",
                    examples = "8")
            Long minParticipants,

            LocalDate decisionDay,
            @Schema(description = "nur bei PUT") Integer version,

            @Schema(description = "nur bei PUT: ein Satz für die E-Mails, die wegen der Änderung geschrieben werden")
            String message,

            @Schema(description = "nur bei PUT: was die Vorschau in expect genannt hat")
            String expect) {
        SeminarPlan.Draft asDraft() {
            List<SeminarDay> asDays = days == null
                    ? null
                    : days.stream().map(day -> day == null ? null : day.asDay()).toList();
            return new SeminarPlan.Draft(
                    title, asDays, venue, online, capacity, feeCents, opensAt, closesAt, minParticipants, decisionDay);
        }
    }

    /** Where a copy begins. */
    public record CopyJson(
            @Schema(examples = "2027-05-03") LocalDate firstDay,

            @Schema(description = "Anzahl, 1 bis 24; ohne Angabe 1", examples = "6")
            Long number,

            @Schema(description = "Abstand einer Reihe; ohne Angabe WEEKLY")
            CopySeminar.Rhythm rhythm) {}

    static final PlanJson NOTHING =
            new PlanJson(null, null, null, null, null, null, null, null, null, null, null, null, null);

    @GET
    @PermitAll
    @Operation(
            summary = "Termine",
            description = "Veröffentlichte Termine nach ihrem ersten Tag. Das NSI sieht auch Entwürfe.")
    public Page<SeminarJson> find(
            @QueryParam("from") @Parameter(example = "2027-01-01") String from,
            @QueryParam("to") String to,
            @QueryParam("free") @Parameter(description = "true: nur offene mit freiem Platz") String free,
            @QueryParam("q") String q,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        SeminarSearch.Filter filter = new SeminarSearch.Filter(
                Params.day("from", from),
                Params.day("to", to),
                Boolean.TRUE.equals(Params.flag("free", free)),
                q,
                null);
        Page<SeminarSearch.SeminarView> found = search.find(user.actor(), filter, Params.page(page, size));
        return new Page<>(
                found.items().stream().map(SeminarJson::of).toList(), found.page(), found.size(), found.total());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "Ein Termin")
    public SeminarJson one(@PathParam("id") String id) {
        return SeminarJson.of(search.require(user.actor(), Params.id(id)));
    }

    @POST
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Termin planen",
            description = "Legt einen Entwurf an, den nur das NSI sieht. Ohne Uhrzeiten gilt 09:00 bis 16:00 Uhr.")
    @APIResponse(responseCode = "201", description = "Angelegt, siehe Location")
    public Response plan(PlanJson sent) {
        return created(plan.handle(user.actor(), (sent == null ? NOTHING : sent).asDraft()));
    }

    @POST
    @Path("/{id}/publication")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.NSI_NAME)
    @Operation(summary = "Termin veröffentlichen")
    public SeminarJson publish(@PathParam("id") String id) {
        publish.handle(user.actor(), Params.id(id));
        return one(id);
    }

    @POST
    @Path("/{id}/copy")
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Termin kopieren",
            description = "Tage und Fristen wandern mit dem neuen ersten Tag. Mit number entsteht eine ganze Reihe,"
                    + " alle oder keiner; die Antwort ist dann eine Liste.")
    @APIResponse(responseCode = "201", description = "Angelegt, siehe Location")
    public Response copy(@PathParam("id") String id, CopyJson sent) {
        CopyJson wanted = sent == null ? new CopyJson(null, null, null) : sent;
        List<Long> copies = copy.handle(
                user.actor(),
                new CopySeminar.Series(
                        Params.id(id),
                        wanted.firstDay(),
                        wanted.rhythm() == null ? CopySeminar.Rhythm.WEEKLY : wanted.rhythm(),
                        wanted.number() == null ? 1 : wanted.number()));
        if (wanted.number() == null) {
            return created(copies.get(0));
        }
        return Response.created(URI.create("/api/v1/seminars/" + copies.get(0)))
                .entity(copies.stream()
                        .map(copied -> one(String.valueOf(copied)))
                        .toList())
                .build();
    }

    private Response created(long id) {
        return Response.created(URI.create("/api/v1/seminars/" + id))
                .entity(one(String.valueOf(id)))
                .build();
    }
}
