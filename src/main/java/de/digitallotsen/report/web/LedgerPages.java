package de.digitallotsen.report.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.budget.BudgetEntryType;
import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The ledger of a period, or of all of them, line by line, for the Ministry. */
@Path("/buchungen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class LedgerPages {

    private final BudgetReport report;
    private final BudgetPosition position;
    private final LedgerTable table;
    private final Clock clock;

    LedgerPages(BudgetReport report, BudgetPosition position, LedgerTable table, Clock clock) {
        this.table = table;
        this.report = report;
        this.position = position;
        this.clock = clock;
    }

    /** One line; amounts with their sign, empty where nothing moves. */
    public record EntryRow(
            long number,
            Instant at,
            String type,
            String allocated,
            String reserved,
            String spent,
            String reference,
            String kommune,
            String reason,
            String period,
            Link counterpart) {
        static EntryRow of(BudgetReport.EntryLine line) {
            return new EntryRow(
                    line.id(),
                    line.bookedAt(),
                    Messages.label(line.type()),
                    amount(line.allocatedCents()),
                    amount(line.reservedCents()),
                    amount(line.spentCents()),
                    line.reference() == null ? "" : line.reference(),
                    line.kommuneName() == null ? "" : line.kommuneName(),
                    line.reason() == null ? "" : line.reason(),
                    line.periodName(),
                    line.counterpartId() == null
                            ? null
                            : Link.to(LedgerPages.class)
                                    .with("zeitraum", line.counterpartPeriodId())
                                    .with("art", BudgetEntryType.ADJUSTMENT)
                                    .at("buchung-" + line.counterpartId()));
        }

        private static String amount(long cents) {
            return cents == 0 ? "" : (cents > 0 ? "+" : "") + German.euro(cents);
        }
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LedgerPage(
            List<EntryRow> entries, Asked asked, Sums sums, Pager pager, Instant at, ChosenPeriod chosen, String keep)
            implements TemplateInstance {}

    /** The filter as it was typed. */
    public record Asked(String from, String to, List<Choice> types, List<Choice> moves) {}

    /** What all lines of the selection add up to, with their sign. */
    public record Sums(String allocated, String reserved, String spent) {
        static Sums of(BudgetTotals totals) {
            return new Sums(
                    German.euro(totals.allocated()), German.euro(totals.reserved()), German.euro(totals.spent()));
        }
    }

    @GET
    public TemplateInstance ledger(
            @QueryParam("von") String from,
            @QueryParam("bis") String to,
            @QueryParam("art") String type,
            @QueryParam("summe") String moves,
            @QueryParam("zeitraum") String period,
            @QueryParam("page") String page) {
        BudgetReport.Filter filter = filter(from, to, type, moves);
        ChosenPeriod chosen = position.chosenOrAll(period, filter.to());
        Page<BudgetReport.EntryLine> found = report.entries(chosen.id(), filter, Params.page(page, null));
        Asked asked = new Asked(
                from == null ? "" : from,
                to == null ? "" : to,
                Choice.of(BudgetEntryType.values(), type),
                Choice.of(BudgetReport.Moves.values(), moves));
        return new LedgerPage(
                found.items().stream().map(EntryRow::of).toList(),
                asked,
                Sums.of(report.sum(chosen.id(), filter).totals()),
                Pager.of(found, "zeitraum", chosen.asked(), "von", from, "bis", to, "art", type, "summe", moves),
                clock.instant(),
                chosen,
                Pager.query("von", from, "bis", to, "art", type, "summe", moves));
    }

    /** The same lines as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(
            @QueryParam("von") String from,
            @QueryParam("bis") String to,
            @QueryParam("art") String type,
            @QueryParam("summe") String moves,
            @QueryParam("zeitraum") String period) {
        return table.entries(period, from, to, type, moves);
    }

    static BudgetReport.Filter filter(String from, String to, String type, String moves) {
        return new BudgetReport.Filter(
                Params.day("von", from),
                Params.day("bis", to),
                Params.choice("art", type, BudgetEntryType.class),
                Params.choice("summe", moves, BudgetReport.Moves.class));
    }
}
