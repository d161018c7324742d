package de.digitallotsen.report.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.report.WhatIf;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What would be under another rate, with more places, more money or a preference, beside what is. Changes nothing. */
@Path("/prognose/was-waere-wenn")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class WhatIfPages {

    private final ForecastReport report;
    private final CurrentUser user;

    WhatIfPages(ForecastReport report, CurrentUser user) {
        this.report = report;
        this.user = user;
    }

    /**
     * What is shown.
     *
     * @param preference true if first persons are preferred now, so that it can be left out
     * @param asked true if there is something to compare with
     * @param sentence about what would be
     */
    public record View(
            String period,
            Instant at,
            boolean preference,
            boolean asked,
            String sentence,
            List<WhatIfWords.Row> rows,
            String query) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WhatIfPage(Form form, View view, ChosenPeriod chosen) implements TemplateInstance {}

    @GET
    public TemplateInstance whatIf(@BeanParam WhatIfQuery query) {
        ChosenPeriod chosen = report.chosen(query.period);
        try {
            ForecastReport.Comparison comparison = compare(chosen, query.read());
            return page(query, query.form(comparison.now().terms()), comparison, chosen, query.asks());
        } catch (InvalidInputException invalid) {
            ForecastReport.Comparison now = compare(chosen, WhatIf.NOTHING);
            return page(query, query.form(now.now().terms()).wrong(WhatIfQuery.atFields(invalid)), now, chosen, false);
        }
    }

    /** The comparison as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@BeanParam WhatIfQuery query) {
        return WhatIfWords.table(compare(report.chosen(query.period), query.read()));
    }

    private ForecastReport.Comparison compare(ChosenPeriod chosen, WhatIf asked) {
        return report.compare(user.actor(), chosen, asked);
    }

    private static TemplateInstance page(
            WhatIfQuery query, Form form, ForecastReport.Comparison comparison, ChosenPeriod chosen, boolean asked) {
        return new WhatIfPage(
                form,
                new View(
                        comparison.now().period().name(),
                        comparison.now().at(),
                        comparison.now().terms().firstPersonsUntil() != null,
                        asked,
                        ForecastWords.sentence(comparison.then()),
                        WhatIfWords.rows(comparison),
                        asked ? query.parameters() : chosen.query()),
                chosen);
    }
}
