package de.digitallotsen.report.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.funding.BudgetEntryType;
import de.digitallotsen.funding.BudgetReport;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The ledger of the current period, line by line, for the Ministry. */
@Path("/buchungen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class LedgerPages {

    private final BudgetReport report;
    private final BudgetPosition position;
    private final Clock clock;

    LedgerPages(BudgetReport report, BudgetPosition position, Clock clock) {
        this.report = report;
        this.position = position;
        this.clock = clock;
    }

    /** One line; amounts with their sign, empty where nothing moves. */
    public record EntryRow(long number, Instant at, String type, String allocated, String reserved, String spent, String reference, String kommune, String reason) {
        static EntryRow of(BudgetReport.EntryLine line) {
            return new EntryRow(line.id(), line.bookedAt(), Messages.label(line.type()), amount(line.allocatedCents()), amount(line.reservedCents()), amount(line.spentCents()),
                    line.reference() == null ? "" : line.reference(), line.kommuneName() == null ? "" : line.kommuneName(), line.reason() == null ? "" : line.reason());
        }

        private static String amount(long cents) {
            return cents == 0 ? "" : (cents > 0 ? "+" : "") + German.euro(cents);
        }
    }

    /** One kind to choose from. */
    public record Choice(String value, String label, boolean chosen) {
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LedgerPage(List<EntryRow> entries, String from, String to, List<Choice> types, Pager pager, Instant at) implements TemplateInstance {
    }

    @GET
    public TemplateInstance ledger(@QueryParam("von") String from, @QueryParam("bis") String to, @QueryParam("art") String type, @QueryParam("page") String page) {
        Page<BudgetReport.EntryLine> found = report.entries(position.currentPeriod().id(), filter(from, to, type), Params.page(page, null));
        List<Choice> types = Arrays.stream(BudgetEntryType.values()).map(t -> new Choice(t.name(), Messages.label(t), t.name().equals(type))).toList();
        return new LedgerPage(found.items().stream().map(EntryRow::of).toList(), from == null ? "" : from, to == null ? "" : to, types, Pager.of(found, "von", from, "bis", to, "art", type), clock.instant());
    }

    static BudgetReport.Filter filter(String from, String to, String type) {
        return new BudgetReport.Filter(Params.day("von", from), Params.day("bis", to), Params.choice("art", type, BudgetEntryType.class));
    }
}
