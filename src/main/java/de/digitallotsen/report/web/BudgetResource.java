package de.digitallotsen.report.web;

import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.funding.AdjustBudget;
import de.digitallotsen.funding.BudgetEntryType;
import de.digitallotsen.funding.BudgetReport;
import de.digitallotsen.report.BudgetAudit;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The budget for programs; amounts in cents. */
@Path("/api/v1/budget")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Fördermittel", description = "Budget, Buchungen, Prüfung (R8–R12)")
public class BudgetResource {

    private final BudgetPosition position;
    private final Books books;
    private final CurrentUser user;

    BudgetResource(BudgetPosition position, Books books, CurrentUser user) {
        this.position = position;
        this.books = books;
        this.user = user;
    }

    /** What is done with the budget. */
    @Singleton
    static class Books {
        private final BudgetReport report;
        private final BudgetAudit audit;
        private final AdjustBudget adjust;

        Books(BudgetReport report, BudgetAudit audit, AdjustBudget adjust) {
            this.report = report;
            this.audit = audit;
            this.adjust = adjust;
        }
    }

    /** The position of the current period. */
    @Schema(name = "Budget")
    public record BudgetJson(String periodId, String periodName, LocalDate begin, LocalDate end, @Schema(examples = "20000000") long allocatedCents, @Schema(examples = "4000000") long reservedCents,
                             @Schema(examples = "1000000") long spentCents, @Schema(examples = "15000000") long availableCents, long fundedRegistrations, long waitingForFunds,
                             @Schema(description = "Stand") Instant at) {
        static BudgetJson of(BudgetPosition.Position p) {
            return new BudgetJson(String.valueOf(p.period().id()), p.period().name(), p.period().firstDay(), p.period().lastDay(), p.totals().allocated(), p.totals().reserved(), p.totals().spent(),
                    p.totals().available(), p.fundedRegistrations(), p.waitingForFunds(), p.at());
        }
    }

    @GET
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(summary = "Stand der Fördermittel", description = "Jetzt oder am Ende eines vergangenen Tages, aus den Buchungen berechnet (R11).")
    public BudgetJson budget(@QueryParam("asOf") @Parameter(example = "2027-02-03") String asOf) {
        return BudgetJson.of(position.of(user.actor(), Params.day("asOf", asOf)));
    }

    @GET
    @Path("/entries")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Operation(summary = "Buchungen", description = "Neueste zuerst; Tage in Europe/Berlin, beide eingeschlossen. Die drei Beträge bewegen die drei Summen, mit Vorzeichen.")
    public Page<BudgetReport.EntryLine> entries(@QueryParam("from") String from, @QueryParam("to") String to,
                                                @QueryParam("type") @Parameter(schema = @Schema(implementation = BudgetEntryType.class)) String type,
                                                @QueryParam("page") String page, @QueryParam("size") String size) {
        BudgetReport.Filter filter = new BudgetReport.Filter(Params.day("from", from), Params.day("to", to), Params.choice("type", type, BudgetEntryType.class));
        return books.report.entries(position.currentPeriod().id(), filter, Params.page(page, size));
    }

    @POST
    @Path("/adjustments")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Operation(summary = "Budget anpassen", description = "Negativ senkt; nie unter das, was gebunden und ausgezahlt ist (R12). Neue Mittel gehen sofort an die Warteliste (R14).")
    public BudgetJson adjust(AdjustBudget.Command command) {
        books.adjust.handle(user.actor(), command == null ? new AdjustBudget.Command(null, null) : command);
        return budget(null);
    }

    @GET
    @Path("/audit")
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
    @Operation(summary = "Prüfung", description = "Rechnet alle Summen, Plätze und Zähler aus den Zeilen nach.")
    public BudgetAudit.Result audit() {
        return books.audit.run();
    }
}
