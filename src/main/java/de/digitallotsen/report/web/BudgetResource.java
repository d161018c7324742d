package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetEntryType;
import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.report.BudgetAudit;
import de.digitallotsen.report.BudgetJson;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.report.Course;
import de.digitallotsen.report.WaitingForFunds;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The budget for programs; amounts in cents. */
@Path("/api/v1/budget")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Fördermittel", description = "Budget, Buchungen, Prüfung (R8–R12)")
public class BudgetResource {

    private static final String PERIOD = "Förderzeitraum; ohne Angabe der des Tages oder der laufende";

    private final BudgetPosition position;
    private final BudgetReport report;
    private final BudgetAudit audit;
    private final LedgerTable table;
    private final CurrentUser user;

    BudgetResource(
            BudgetPosition position, BudgetReport report, BudgetAudit audit, LedgerTable table, CurrentUser user) {
        this.table = table;
        this.position = position;
        this.report = report;
        this.audit = audit;
        this.user = user;
    }

    /** The money at the end of a Berlin day on which something moved; amounts in cents. */
    @Schema(name = "BudgetDay")
    public record DayJson(
            LocalDate day,
            long allocatedCents,
            long reservedCents,
            long spentCents,
            long availableCents,
            @Schema(description = "abgerufen") long claimedCents,
            @Schema(description = "gezahlt") long paidCents,
            long fundedRegistrations) {
        static DayJson of(Course.Point point) {
            return new DayJson(
                    point.day(),
                    point.totals().allocated(),
                    point.totals().reserved(),
                    point.totals().spent(),
                    point.totals().available(),
                    point.claims().claimed(),
                    point.claims().paid(),
                    point.funded());
        }
    }

    @GET
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(
            summary = "Stand der Fördermittel",
            description = "Jetzt oder am Ende eines vergangenen Tages in Europe/Berlin, aus den Buchungen berechnet"
                    + " (R11): was an diesem Tag zuletzt zu sehen war.")
    public BudgetJson budget(
            @QueryParam("asOf") @Parameter(example = "2027-02-03") String asOf,
            @QueryParam("periodId") @Parameter(description = PERIOD) String period) {
        return BudgetJson.of(position(period, asOf));
    }

    private BudgetPosition.Position position(String period, String asOf) {
        LocalDate day = Params.day("asOf", asOf);
        return position.of(user.actor(), position.chosen(period, day).period(), day);
    }

    private BudgetPosition.Overview overview(String period, String asOf) {
        LocalDate day = Params.day("asOf", asOf);
        return position.overview(user.actor(), position.chosen(period, day).period(), day);
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Stand der Fördermittel als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Mit denen, die auf Fördermittel warten, je Termin; CSV mit Semikolon und UTF-8"
                    + " oder XLSX mit getippten Zellen.")
    public Table budgetList(@QueryParam("asOf") String asOf, @QueryParam("periodId") String period) {
        return BudgetTable.of(position(period, asOf), asOf);
    }

    @GET
    @Path("/course")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(
            summary = "Verlauf",
            description = "Der Stand am Ende jedes Tages, an dem gebucht, abgerufen oder gezahlt wurde.")
    public List<DayJson> course(
            @QueryParam("asOf") @Parameter(example = "2027-02-03") String asOf,
            @QueryParam("periodId") @Parameter(description = PERIOD) String period) {
        return overview(period, asOf).course().points().stream()
                .map(DayJson::of)
                .toList();
    }

    @GET
    @Path("/course")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Verlauf als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Table courseList(@QueryParam("asOf") String asOf, @QueryParam("periodId") String period) {
        return CourseTable.of(overview(period, asOf), asOf);
    }

    /** Those who wait for money in one seminar. */
    @Schema(name = "WaitingForFunds")
    public record WaitingJson(
            String seminarId,
            LocalDate firstDay,

            @Schema(description = "fehlt, wenn das Seminar online ist")
            String venue,

            long registrations,

            @Schema(description = "Landesanteile, auf die sie warten")
            long subsidyCents) {
        static WaitingJson of(WaitingForFunds.Line line) {
            return new WaitingJson(
                    String.valueOf(line.seminarId()),
                    line.firstDay(),
                    line.venue(),
                    line.registrations(),
                    line.cents());
        }
    }

    @GET
    @Path("/waiting")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(
            summary = "Wer auf Fördermittel wartet",
            description = "Je Termin, ohne Namen; jetzt oder am Ende eines vergangenen Tages.")
    public List<WaitingJson> waiting(
            @QueryParam("asOf") @Parameter(example = "2027-02-03") String asOf,
            @QueryParam("periodId") @Parameter(description = PERIOD) String period) {
        return position(period, asOf).waiting().stream().map(WaitingJson::of).toList();
    }

    /** Whose entries. */
    public static class WhoseQuery {

        @QueryParam("reference")
        @Parameter(description = "einer Anmeldung, auch ein Teil")
        String reference;

        @QueryParam("kommuneArs")
        @Parameter(example = "032410010010")
        String kommuneArs;

        @QueryParam("claimNumber")
        @Parameter(description = "nur was dieser Mittelabruf enthält", example = "2027-001")
        String claimNumber;

        @QueryParam("number")
        @Parameter(description = "einer Buchung, auch die frühere", example = "17")
        String number;

        BudgetReport.Whose whose() {
            return new BudgetReport.Whose(
                    Input.clean(reference),
                    null,
                    Input.clean(kommuneArs),
                    Input.clean(claimNumber),
                    Params.longNumber("number", number));
        }
    }

    @GET
    @Path("/entries")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Operation(
            summary = "Buchungen",
            description = "Neueste zuerst; Tage in Europe/Berlin, beide eingeschlossen. Die drei Beträge bewegen die"
                    + " drei Summen, mit Vorzeichen.")
    public Page<BudgetReport.EntryLine> entries(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("type") @Parameter(schema = @Schema(implementation = BudgetEntryType.class)) String type,
            @QueryParam("moves")
                    @Parameter(
                            description = "nur Buchungen, die diese Summe bewegen",
                            schema = @Schema(implementation = BudgetReport.Moves.class))
                    String moves,
            @QueryParam("periodId") @Parameter(description = PERIOD + "; all für alle") String period,
            @BeanParam WhoseQuery whose,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        BudgetReport.Filter filter = new BudgetReport.Filter(
                        Params.day("from", from),
                        Params.day("to", to),
                        Params.choice("type", type, BudgetEntryType.class),
                        Params.choice("moves", moves, BudgetReport.Moves.class))
                .of(whose.whose());
        return report.entries(position.chosenOrAll(period, filter.to()).id(), filter, Params.page(page, size));
    }

    @GET
    @Path("/entries")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed(Role.MINISTRY_NAME)
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Buchungen als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen.")
    public Table entryList(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("type") String type,
            @QueryParam("moves") String moves,
            @QueryParam("periodId") String period,
            @BeanParam WhoseQuery whose) {
        BudgetReport.Filter filter = new BudgetReport.Filter(
                        Params.day("from", from),
                        Params.day("to", to),
                        Params.choice("type", type, BudgetEntryType.class),
                        Params.choice("moves", moves, BudgetReport.Moves.class))
                .of(whose.whose());
        ChosenPeriod chosen = position.chosenOrAll(period, filter.to());
        return table.entries(
                chosen,
                filter,
                Table.words(
                        "Förderzeitraum",
                        chosen.name(),
                        "von",
                        from,
                        "bis",
                        to,
                        "Art",
                        type,
                        "Summe",
                        moves,
                        "Nummer",
                        whose.number,
                        "Anmeldung",
                        whose.reference,
                        "Kommune",
                        whose.kommuneArs,
                        "Mittelabruf",
                        whose.claimNumber));
    }

    @GET
    @Path("/audit")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(summary = "Prüfung", description = "Rechnet alle Summen, Plätze und Zähler aus den Zeilen nach.")
    public BudgetAudit.Result audit() {
        return audit.run();
    }
}
