package de.digitallotsen.report.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
     * One of the three cases.
     *
     * @param exhaustion the day, or „reicht bis zum Ende“
     */
    public record Case(String name, String exhaustion, String remainder) {
    }

    /** The forecast. */
    public record View(String period, Instant at, long availableCents, String kind, String sentence, List<Case> cases, List<String> assumptions) {
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ForecastPage(View view) implements TemplateInstance {
    }

    @GET
    public TemplateInstance forecast() {
        ForecastReport.Dated dated = report.current(user.actor());
        return new ForecastPage(new View(dated.period().name(), dated.at(), dated.availableCents(), kind(dated.forecast().outcome()), ForecastWords.sentence(dated), cases(dated.forecast()), ForecastWords.assumptions(dated)));
    }

    private static String kind(Forecast.Outcome outcome) {
        return switch (outcome) {
            case TOO_FEW_DATA -> "info";
            case WILL_LAST -> "success";
            case WILL_RUN_OUT -> "warning";
            case EXHAUSTED -> "danger";
        };
    }

    /** Nothing to compare where nothing was foreseen. */
    private static List<Case> cases(Forecast forecast) {
        if (forecast.remainder() == null) {
            return List.of();
        }
        return List.of(of("forecast.case-expected", forecast.exhaustion(), forecast.remainder()), of("forecast.case-fast", forecast.earliest(), forecast.remainderLeast()),
                of("forecast.case-slow", forecast.latest(), forecast.remainderMost()));
    }

    private static Case of(String key, java.time.LocalDate day, long remainder) {
        return new Case(de.digitallotsen.shared.Messages.text(key), day == null ? de.digitallotsen.shared.Messages.text("forecast.case-lasts") : German.date(day), ForecastWords.amount(remainder));
    }
}
