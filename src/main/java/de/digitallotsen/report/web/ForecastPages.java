package de.digitallotsen.report.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Until when the money will last, for the Ministry. */
@Path("/prognose")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class ForecastPages {

    private final ForecastReport report;
    private final CurrentUser user;

    ForecastPages(ForecastReport report, CurrentUser user) {
        this.report = report;
        this.user = user;
    }

    /**
     * One of the three cases; days, or „reichen bis zum Ende“.
     *
     * @param exhaustion with the dates that are planned
     * @param furtherExhaustion with dates for everybody
     */
    public record Case(
            String name, String exhaustion, String remainder, String furtherExhaustion, String furtherRemainder) {
        static Case of(ForecastWords.Case c) {
            return new Case(
                    c.name(),
                    ForecastWords.exhaustion(c.planned()),
                    ForecastWords.amount(c.planned().remainder()),
                    ForecastWords.exhaustion(c.steady()),
                    ForecastWords.amount(c.steady().remainder()));
        }
    }

    /** The forecast. */
    public record View(
            String period,
            Instant at,
            long availableCents,
            String kind,
            String headline,
            String detail,
            List<Case> cases,
            List<String> assumptions) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ForecastPage(View view, ChosenPeriod chosen) implements TemplateInstance {}

    @GET
    public TemplateInstance forecast(@QueryParam("zeitraum") String period) {
        ChosenPeriod chosen = report.chosen(period);
        ForecastReport.Dated dated = report.of(user.actor(), chosen);
        View view = new View(
                dated.period().name(),
                dated.at(),
                dated.availableCents(),
                kind(dated.forecast().outcome()),
                ForecastWords.headline(dated),
                ForecastWords.detail(dated),
                ForecastWords.cases(dated.forecast()).stream().map(Case::of).toList(),
                ForecastWords.assumptions(dated));
        return new ForecastPage(view, chosen);
    }

    /** The same as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@QueryParam("zeitraum") String period) {
        return ForecastTable.of(report.of(user.actor(), report.chosen(period)));
    }

    static String kind(Forecast.Outcome outcome) {
        return switch (outcome) {
            case TOO_FEW_DATA -> "info";
            case WILL_LAST -> "success";
            case WILL_RUN_OUT -> "warning";
            case EXHAUSTED -> "danger";
        };
    }
}
