package de.digitallotsen.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.report.Outlook;
import de.digitallotsen.report.WhatIf;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What would be under other terms, for programs; amounts in cents. */
@Path("/api/v1/budget/whatif")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fördermittel")
@RolesAllowed(Role.MINISTRY_NAME)
public class WhatIfResource {

    private final ForecastReport report;
    private final CurrentUser user;

    WhatIfResource(ForecastReport report, CurrentUser user) {
        this.report = report;
        this.user = user;
    }

    /** What is to be expected under certain terms. */
    @Schema(name = "WhatIfCase")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CaseJson(
            double ratePercent,
            int placesPerKommune,

            @Schema(description = "bis dahin wird je Kommune nur die erste Person gefördert; null: kein Vorrang")
            LocalDate firstPersonsUntil,

            @Schema(description = "nach denen, die schon warten und davon sofort gefördert würden")
            long availableCents,

            long subsidyCents,

            @Schema(
                    description =
                            "so viele Plätze lassen sich noch bezahlen; null, wenn ein Platz das Land nichts kostet")
            Long placesPayable,

            @Schema(description = "freie Förderplätze der Kommunen")
            long freePlaces,

            int openSeats,
            Forecast.Outcome outcome,

            @Schema(description = "was mehr Förderung verhindert; null bei zu wenig Daten")
            Forecast.Limit limit,

            @Schema(
                    description =
                            "erwarteter Tag der Erschöpfung; null, wenn die Mittel reichen oder zu wenig Daten da sind")
            LocalDate expectedExhaustion,

            LocalDate earliestExhaustion,
            LocalDate latestExhaustion,
            Long remainderCents,

            @Schema(
                    description = "bei gleichem Tempo bis zum Ende des Zeitraums, mit Terminen für alle; null bei zu"
                            + " wenig Daten")
            ForecastResource.OutlookJson steady,

            String sentence) {
        static CaseJson of(ForecastReport.Dated dated) {
            Forecast forecast = dated.forecast();
            Outlook planned = forecast.planned();
            return new CaseJson(
                    dated.terms().rateBasisPoints() / ForecastResource.HUNDRED,
                    dated.terms().placesPerKommune(),
                    dated.terms().firstPersonsUntil(),
                    dated.availableCents(),
                    forecast.basis().subsidyCents(),
                    forecast.basis().payable(),
                    forecast.basis().supply().freePlaces(),
                    forecast.basis().supply().openSeats(),
                    forecast.outcome(),
                    forecast.limit(),
                    planned == null ? null : planned.exhaustion(),
                    planned == null ? null : planned.earliest(),
                    planned == null ? null : planned.latest(),
                    planned == null ? null : Long.valueOf(planned.remainder()),
                    ForecastResource.OutlookJson.of(forecast.steady()),
                    ForecastWords.sentence(dated));
        }
    }

    /** What would be, and beside it what is. */
    @Schema(name = "WhatIf")
    public record WhatIfJson(
            String periodId,
            @Schema(description = "Stand") Instant at,
            long addCents,
            Long placesPayable,
            LocalDate expectedExhaustion,
            CaseJson then,
            CaseJson now) {}

    @GET
    @Operation(
            summary = "Was wäre, wenn",
            description = "Rechnet die Prognose mit anderem Fördersatz, anderer Zahl der Förderplätze, mehr oder"
                    + " weniger Mitteln oder einem Vorrang für erste Personen. Nichts wird geändert.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public WhatIfJson whatIf(
            @QueryParam("ratePercent") @Parameter(example = "40") String ratePercent,
            @QueryParam("placesPerKommune") @Parameter(example = "3") String placesPerKommune,
            @QueryParam("addCents") @Parameter(description = "negativ: weniger", example = "5000000") String addCents,
            @QueryParam("firstPersonsUntil") @Parameter(example = "2027-06-30") String firstPersonsUntil,
            @QueryParam("everybody") @Parameter(description = "true: ein geltender Vorrang endet") String everybody,
            @QueryParam("periodId") @Parameter(description = "Förderzeitraum; ohne Angabe der laufende")
                    String period) {
        Integer places = Params.integer("placesPerKommune", placesPerKommune);
        WhatIf asked = new WhatIf(
                basisPoints(ratePercent),
                places == null ? null : Long.valueOf(places),
                Params.longNumber("addCents", addCents),
                Params.day("firstPersonsUntil", firstPersonsUntil),
                Boolean.TRUE.equals(Params.flag("everybody", everybody)));
        ForecastReport.Comparison comparison = report.compare(user.actor(), report.chosen(period), asked);
        CaseJson then = CaseJson.of(comparison.then());
        return new WhatIfJson(
                String.valueOf(comparison.now().period().id()),
                comparison.now().at(),
                comparison.then().terms().addCents(),
                then.placesPayable(),
                then.expectedExhaustion(),
                then,
                CaseJson.of(comparison.now()));
    }

    /** {@code 33.33} as programs write it, {@code 33,33} as people do. */
    private static Long basisPoints(String percent) {
        if (percent == null || percent.isBlank()) {
            return null;
        }
        Optional<Long> read = German.parsePercent(
                percent.strip().matches("-?\\d+\\.\\d{1,2}") ? percent.strip().replace('.', ',') : percent);
        return read.orElseThrow(
                () -> new InvalidInputException(List.of(new Violation("ratePercent", Messages.text("what-if.rate")))));
    }
}
