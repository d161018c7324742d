package de.digitallotsen.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.report.PublicFigures;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.PublicInformation;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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
    private final OpenFigures open;
    private final PublicInformation information;

    FiguresResource(PublicFigures figures, OpenFigures open, PublicInformation information) {
        this.figures = figures;
        this.open = open;
        this.information = information;
    }

    /** All of it; amounts in cents. */
    @Schema(name = "Figures")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FiguresJson(
            String title,
            String publisher,

            @Schema(description = "Adresse der Lizenz nach DCAT-AP.de")
            String licence,

            @Schema(description = "Stand") Instant at,
            String periodName,
            LocalDate begin,
            LocalDate end,
            long seminars,

            @Schema(description = "abgeschlossen, und jemand hatte einen Platz: wie im Verwendungsnachweis")
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
                            + " Schutz einer anderen Zahl verborgen bleibt; dann ist hidden true")
            List<PublicFigures.Region> regions) {
        static FiguresJson of(PublicFigures.Figures f, OpenFigures open) {
            return new FiguresJson(
                    open.title(),
                    open.publisher(),
                    open.licence(),
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
        return FiguresJson.of(figures.current(), open);
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Extension(name = InterfaceDescription.LIST, value = "Das Programm in Zahlen als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX; verborgene Zahlen heißen „verborgen“, jede Zeile nennt"
                    + " den AGS.")
    public Table list() {
        return FiguresTable.of(figures.current(), open);
    }

    @GET
    @Path("/dcat.jsonld")
    @Produces({"application/ld+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Beschreibung der Daten nach DCAT-AP.de",
            description = "Titel, Herausgeber, Lizenz, Gebiet, Zeitraum und Dateien, für Datenportale wie GovData.")
    public Map<String, Object> description(@Context UriInfo address) {
        String base = information.isPublic()
                ? information.publicUrl()
                : address.getBaseUri().toString().replaceAll("/+$", "");
        return open.description(figures.current(), base);
    }
}
