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

    FiguresPages(PublicFigures figures) {
        this.figures = figures;
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FiguresPage(PublicFigures.Figures figures, String period) implements TemplateInstance {}

    @GET
    public TemplateInstance figures() {
        PublicFigures.Figures current = figures.current();
        return new FiguresPage(current, current.period().name());
    }

    /** The same as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list() {
        return FiguresTable.of(figures.current());
    }
}
