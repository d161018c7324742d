package de.digitallotsen.kommune.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.kommune.PlaceCounts;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of Kommunen for programs. */
@Path("/api/v1/kommunen")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Kommunen", description = "Register der Kommunen und ihre Antragsberechtigung (R1, R2)")
public class KommuneResource {

    private final Kommunen kommunen;
    private final KommuneSearch search;
    private final PlaceCounts places;
    private final CurrentUser user;
    private final Clock clock;

    KommuneResource(Kommunen kommunen, KommuneSearch search, PlaceCounts places, CurrentUser user, Clock clock) {
        this.kommunen = kommunen;
        this.search = search;
        this.places = places;
        this.user = user;
        this.clock = clock;
    }

    /** A Kommune. */
    @Schema(name = "Kommune")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record KommuneJson(
            @Schema(examples = "032410010010", description = "Amtlicher Regionalschlüssel, 12 Ziffern")
            String ars,

            @Schema(examples = "03241010", description = "Amtlicher Gemeindeschlüssel; Samtgemeinden haben keinen")
            String ags,

            @Schema(examples = "Langenhagen") String name,
            @Schema(examples = "Stadt") String designation,

            @Schema(examples = "Stadt Langenhagen", description = "eindeutig")
            String displayName,

            KommuneType type,
            String samtgemeindeArs,
            @Schema(examples = "03241") String landkreisAgs,
            int population,
            @Schema(examples = "30853") String postcode,
            boolean eligible,
            Eligibility.Code eligibilityCode,

            @Schema(description = "Samtgemeinde oder Nachfolgerin, über die Sie Personen anmelden")
            String registerThroughArs,

            @Schema(description = "nur für NSI, Ministerium und Rechnungsprüfung")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Integer placesTotal,

            @Schema(description = "nur für NSI, Ministerium und Rechnungsprüfung")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Integer placesUsed) {

        static KommuneJson of(Kommune kommune, LocalDate today, PlaceCounts.Count count) {
            Eligibility eligibility = kommune.eligibilityOn(today);
            boolean counted = count != null;
            return new KommuneJson(
                    kommune.ars(),
                    kommune.ags(),
                    kommune.name(),
                    kommune.designation(),
                    kommune.displayName(),
                    kommune.type(),
                    kommune.samtgemeindeArs(),
                    kommune.landkreisAgs(),
                    kommune.population(),
                    kommune.postcode(),
                    eligibility.eligible(),
                    eligibility.code(),
                    eligibility.registerThroughArs(),
                    counted ? (eligibility.eligible() ? count.total() : 0) : null,
                    counted ? count.used() : null);
        }
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Kommunen suchen",
            description = "Nach Name, Postleitzahl oder Regionalschlüssel; Umlaute dürfen als ae oder a getippt sein.")
    public Page<KommuneJson> find(
            @QueryParam("q") @Parameter(example = "göttingen") String q,
            @QueryParam("type") @Parameter(schema = @Schema(implementation = KommuneType.class)) String type,
            @QueryParam("eligible") @Parameter(example = "true") String eligible,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        Page<Kommune> found = search.find(
                new KommuneSearch.Filter(
                        q, Params.choice("type", type, KommuneType.class), Params.flag("eligible", eligible)),
                Params.page(page, size));
        Map<String, PlaceCounts.Count> used = placesOf(found.items());
        LocalDate today = SystemClock.today(clock);
        return new Page<>(
                found.items().stream()
                        .map(k -> KommuneJson.of(k, today, used.get(k.ars())))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @GET
    @Path("/{ars}")
    @PermitAll
    @Operation(summary = "Eine Kommune")
    public KommuneJson one(@PathParam("ars") @Parameter(example = "032410010010") String ars) {
        Kommune kommune = kommunen.require(ars);
        return KommuneJson.of(
                kommune, SystemClock.today(clock), placesOf(List.of(kommune)).get(ars));
    }

    private Map<String, PlaceCounts.Count> placesOf(List<Kommune> found) {
        return user.actor().readsAs(Role.NSI, Role.MINISTRY)
                ? places.count(found.stream().map(Kommune::ars).toList())
                : Map.of();
    }
}
