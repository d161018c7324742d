package de.digitallotsen.report.web;

import de.digitallotsen.report.PublicFigures;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The programme in figures, for everybody. */
@Path("/zahlen")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class FiguresPages {

    private final PublicFigures figures;
    private final OpenFigures open;

    FiguresPages(PublicFigures figures, OpenFigures open) {
        this.figures = figures;
        this.open = open;
    }

    /** On which terms they may be used. */
    public record Terms(String publisher, String licence, String licenceName, String attribution) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FiguresPage(PublicFigures.Figures figures, String period, Terms terms) implements TemplateInstance {}

    @GET
    public TemplateInstance figures() {
        PublicFigures.Figures current = figures.current();
        return new FiguresPage(
                current,
                current.period().name(),
                new Terms(open.publisher(), open.licence(), open.licenceName(), open.attribution()));
    }

    /** The same as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list() {
        return FiguresTable.of(figures.current(), open);
    }
}
