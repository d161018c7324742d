package de.digitallotsen.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.report.PublicFigures;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The programme in figures, open data. */
@Path("/api/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offene Zahlen", description = "ohne Anmeldung und ohne Personen; kleine Zahlen bleiben verborgen")
@PermitAll
public class FiguresResource {

    private final PublicFigures figures;

    FiguresResource(PublicFigures figures) {
        this.figures = figures;
    }

    /** All of it; amounts in cents. */
    @Schema(name = "Figures")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FiguresJson(
            @Schema(description = "Stand") Instant at,
            String periodName,
            LocalDate begin,
            LocalDate end,
            long seminars,
            long seminarsHeld,
            long seats,
            @Schema(description = "null unter 3") Long seatsTaken,
            int kommunenEligible,
            int kommunenTakingPart,
            @Schema(description = "null unter 3") Integer persons,
            long allocatedCents,
            long availableCents,

            @Schema(
                    description = "takingPart und persons sind null, wo die Zahl der Personen unter 3 liegt oder zum"
                            + " Schutz einer anderen Zahl verborgen bleibt")
            List<PublicFigures.Region> regions) {
        static FiguresJson of(PublicFigures.Figures f) {
            return new FiguresJson(
                    f.at(),
                    f.period().name(),
                    f.period().firstDay(),
                    f.period().lastDay(),
                    f.seminars().published(),
                    f.seminars().held(),
                    f.seminars().seats(),
                    f.seminars().taken(),
                    f.eligible(),
                    f.takingPart(),
                    f.persons(),
                    f.budget().allocated(),
                    f.budget().available(),
                    f.regions());
        }
    }

    @GET
    @Operation(
            summary = "Das Programm in Zahlen",
            description = "Termine, Plätze, teilnehmende Kommunen nach Kreis, verfügbare Mittel.")
    public FiguresJson figures() {
        return FiguresJson.of(figures.current());
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Extension(name = InterfaceDescription.LIST, value = "Das Programm in Zahlen als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX; verborgene Zahlen sind leere Zellen.")
    public Table list() {
        return FiguresTable.of(figures.current());
    }
}
