package de.digitallotsen.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.report.Outlook;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The forecast for programs; amounts in cents. */
@Path("/api/v1/reports/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auswertungen", description = "Prognose und Abdeckung, ohne Namen")
@RolesAllowed(Role.MINISTRY_NAME)
public class ForecastResource {

    /** Basis points to a per cent. */
    static final double HUNDRED = 100.0;

    private final ForecastReport report;
    private final CurrentUser user;

    ForecastResource(ForecastReport report, CurrentUser user) {
        this.report = report;
        this.user = user;
    }

    /** What is expected, with its range; amounts in cents. */
    @Schema(name = "ForecastOutlook")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OutlookJson(
            LocalDate expectedExhaustion,
            LocalDate earliestExhaustion,
            LocalDate latestExhaustion,
            long remainderCents,
            long remainderLeastCents,
            long remainderMostCents) {
        static OutlookJson of(Outlook o) {
            return o == null
                    ? null
                    : new OutlookJson(
                            o.exhaustion(),
                            o.earliest(),
                            o.latest(),
                            o.remainder(),
                            o.remainderLeast(),
                            o.remainderMost());
        }
    }

    /** Until when the money will last. */
    @Schema(name = "Forecast")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ForecastJson(
            String periodId,
            LocalDate end,
            @Schema(description = "Stand") Instant at,
            Forecast.Outcome outcome,
            long availableCents,

            @Schema(
                    description = "erwarteter Tag, an dem die Mittel nicht mehr für einen Platz reichen; null, wenn"
                            + " sie reichen oder zu wenig Daten da sind")
            LocalDate expectedExhaustion,

            LocalDate earliestExhaustion,
            LocalDate latestExhaustion,

            @Schema(description = "erwarteter Rest am Ende des Förderzeitraums; null bei zu wenig Daten")
            Long remainderCents,

            Long remainderLeastCents,
            Long remainderMostCents,
            double reservationsPerWeek,
            double reservationsPerWeekLeast,
            double reservationsPerWeekMost,
            int observedDays,
            int cancelledPercent,

            @Schema(description = "null, solange zu wenige Teilnahmen festgestellt sind")
            Integer showPercent,

            long subsidyCents,
            int openSeats,
            String sentence,
            List<String> assumptions,

            @Schema(description = "was mehr Förderung verhindert; null bei zu wenig Daten")
            Forecast.Limit limit,

            @Schema(
                    description = "bei gleichem Tempo bis zum Ende des Zeitraums, mit Terminen für alle; null bei zu"
                            + " wenig Daten")
            OutlookJson steady,

            @Schema(description = "geltender Fördersatz, mit dem gerechnet wird")
            double ratePercent,

            @Schema(description = "Teilnahmeentgelt eines Platzes im Durchschnitt")
            long feeCents,

            @Schema(description = "freie Förderplätze der Kommunen")
            long freePlaces) {
        static ForecastJson of(ForecastReport.Dated d) {
            Forecast f = d.forecast();
            Forecast.Basis b = f.basis();
            Outlook o = f.planned();
            return new ForecastJson(
                    String.valueOf(d.period().id()),
                    d.period().lastDay(),
                    d.at(),
                    f.outcome(),
                    d.availableCents(),
                    o == null ? null : o.exhaustion(),
                    o == null ? null : o.earliest(),
                    o == null ? null : o.latest(),
                    o == null ? null : Long.valueOf(o.remainder()),
                    o == null ? null : Long.valueOf(o.remainderLeast()),
                    o == null ? null : Long.valueOf(o.remainderMost()),
                    b.pace().perWeek(),
                    b.pace().least(),
                    b.pace().most(),
                    b.observed().days(),
                    b.cancelPercent(),
                    b.showPercent(),
                    b.subsidyCents(),
                    b.supply().openSeats(),
                    ForecastWords.sentence(d),
                    ForecastWords.assumptions(d),
                    f.limit(),
                    OutlookJson.of(f.steady()),
                    d.terms().rateBasisPoints() / HUNDRED,
                    d.feeCents(),
                    b.supply().freePlaces());
        }
    }

    @GET
    @Operation(
            summary = "Prognose",
            description = "Wann die Mittel voraussichtlich erschöpft sind und was am Ende bleibt, mit Spanne und"
                    + " Annahmen. Bei zu wenig Daten wird nicht geraten.")
    public ForecastJson forecast(@QueryParam("periodId") String period) {
        return ForecastJson.of(report.of(user.actor(), report.chosen(period)));
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Prognose als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Ergebnis, die drei Fälle und die Annahmen; CSV mit Semikolon und UTF-8 oder"
                    + " XLSX mit getippten Zellen.")
    public Table list(@QueryParam("periodId") String period) {
        return ForecastTable.of(report.of(user.actor(), report.chosen(period)));
    }
}
