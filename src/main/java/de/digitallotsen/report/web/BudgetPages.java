package de.digitallotsen.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.report.Course;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.TaskSource;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.TaskLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The money: how much there is, how much is bound and spent, now and on any past day, and how it came about. */
@Path("/budget")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class BudgetPages {

    private static final int ENTRIES_SHOWN = 8;

    private final BudgetPosition position;
    private final BudgetReport ledger;
    private final ForecastReport forecast;
    private final Instance<TaskSource> tasks;
    private final CurrentUser user;
    private final Clock clock;

    BudgetPages(
            BudgetPosition position,
            BudgetReport ledger,
            ForecastReport forecast,
            @Any Instance<TaskSource> tasks,
            CurrentUser user,
            Clock clock) {
        this.position = position;
        this.ledger = ledger;
        this.forecast = forecast;
        this.tasks = tasks;
        this.user = user;
        this.clock = clock;
    }

    /**
     * How the money stood over time.
     *
     * @param chart null where there is nothing to draw yet
     * @param ends of the months, newest first
     * @param query of the files with every day
     */
    public record CourseView(CourseChart chart, List<Course.Point> ends, String query) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BudgetPage(
            List<TaskLine> tasks,
            BudgetFigures figures,
            BudgetFigures.Warning warning,
            CourseView course,
            String outlook,
            List<LedgerPages.EntryRow> entries,
            boolean consistent,
            String dayError,
            ChosenPeriod chosen,
            String keep)
            implements TemplateInstance {}

    @GET
    public TemplateInstance budget(@QueryParam("stand") String asOf, @QueryParam("zeitraum") String period) {
        try {
            return page(Params.day("Stand", asOf), period, null);
        } catch (InvalidInputException noSuchDay) {
            return page(null, period, noSuchDay.violations().get(0).message());
        }
    }

    /** The figures as a file, now or at the end of a past day. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@QueryParam("stand") String asOf, @QueryParam("zeitraum") String period) {
        LocalDate day = Params.day("stand", asOf);
        return BudgetTable.of(
                position.of(user.actor(), position.chosen(period, day).period(), day), asOf);
    }

    /** The course as a file: the end of every day on which something was booked. */
    @GET
    @Path("/verlauf")
    @Produces({Table.CSV, Table.XLSX})
    public Table course(@QueryParam("stand") String asOf, @QueryParam("zeitraum") String period) {
        LocalDate day = Params.day("stand", asOf);
        return CourseTable.of(
                position.overview(user.actor(), position.chosen(period, day).period(), day), asOf);
    }

    private TemplateInstance page(LocalDate asked, String period, String error) {
        ChosenPeriod chosen = position.chosen(period, asked);
        BudgetPosition.Overview overview = position.overview(user.actor(), chosen.period(), asked);
        LocalDate today = SystemClock.today(clock);
        LocalDate pastDay = today.equals(asked) ? null : asked;
        LocalDate shown = pastDay == null ? today : pastDay;
        boolean ministry = user.actor().readsAs(Role.MINISTRY);
        ForecastReport.Dated foreseen =
                ministry && pastDay == null && !chosen.period().hasEnded(today) ? forecast.of(overview) : null;
        CourseView course = new CourseView(
                CourseChart.of(
                        overview.course(),
                        shown,
                        foreseen == null ? null : foreseen.forecast(),
                        overview.position().period().lastDay()),
                overview.course().monthEnds(shown),
                Link.to("")
                        .with("zeitraum", chosen.asked())
                        .with("stand", pastDay)
                        .address());
        String outlook = foreseen == null ? null : ForecastWords.sentence(foreseen);
        // The start page of the Ministry: what waits for it stands first.
        List<TaskLine> waiting = ministry && pastDay == null ? TaskLine.of(user.actor(), tasks) : List.of();
        List<LedgerPages.EntryRow> entries = !ministry
                ? List.of()
                : ledger.latest(overview.position().period().id(), pastDay, ENTRIES_SHOWN).stream()
                        .map(LedgerPages.EntryRow::of)
                        .toList();
        return new BudgetPage(
                waiting,
                BudgetFigures.of(overview.position(), pastDay, ministry, chosen.asked()),
                pastDay == null ? BudgetFigures.warning(overview.position()) : null,
                course,
                outlook,
                entries,
                overview.consistent(),
                error,
                chosen,
                Pager.query("stand", pastDay == null ? "" : pastDay.toString()));
    }
}
