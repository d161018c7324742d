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
import jakarta.ws.rs.BeanParam;
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
            int number,
            Long former,
            Instant at,
            String type,
            String allocated,
            String reserved,
            String spent,
            String reference,
            String kommune,
            String reason,
            String period,
            Link counterpart,
            String claimId,
            String claim) {
        static EntryRow of(BudgetReport.EntryLine line) {
            return new EntryRow(
                    line.number(),
                    line.otherNumber(),
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
                                    .with("nummer", line.counterpartNumber())
                                    .at("buchung-" + line.counterpartNumber()),
                    line.claimId(),
                    line.claimNumber());
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
    public record Asked(
            String from,
            String to,
            List<Choice> types,
            List<Choice> moves,
            String number,
            String reference,
            String kommune,
            String claim) {
        static Asked of(LedgerQuery query) {
            return new Asked(
                    LedgerQuery.shown(query.from),
                    LedgerQuery.shown(query.to),
                    Choice.of(BudgetEntryType.values(), query.type),
                    Choice.of(BudgetReport.Moves.values(), query.moves),
                    LedgerQuery.shown(query.number),
                    LedgerQuery.shown(query.reference),
                    LedgerQuery.shown(query.kommune),
                    LedgerQuery.shown(query.claim));
        }
    }

    /** What all lines of the selection add up to, with their sign. */
    public record Sums(String allocated, String reserved, String spent) {
        static Sums of(BudgetTotals totals) {
            return new Sums(
                    German.euro(totals.allocated()), German.euro(totals.reserved()), German.euro(totals.spent()));
        }
    }

    @GET
    public TemplateInstance ledger(@BeanParam LedgerQuery query, @QueryParam("page") String page) {
        BudgetReport.Filter filter = query.filter();
        ChosenPeriod chosen = position.chosenOrAll(query.period, filter.to());
        Page<BudgetReport.EntryLine> found = report.entries(chosen.id(), filter, Params.page(page, null));
        return new LedgerPage(
                found.items().stream().map(EntryRow::of).toList(),
                Asked.of(query),
                Sums.of(report.sum(chosen.id(), filter).totals()),
                Pager.of(found, query.parameters(chosen)),
                clock.instant(),
                chosen,
                query.keep());
    }

    /** The same lines as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@BeanParam LedgerQuery query) {
        BudgetReport.Filter filter = query.filter();
        ChosenPeriod chosen = position.chosenOrAll(query.period, filter.to());
        return table.entries(chosen, filter, query.words(chosen));
    }
}
