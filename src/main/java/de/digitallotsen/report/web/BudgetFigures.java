package de.digitallotsen.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.report.WaitingForFunds;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Link;

/**
 * The figures of the budget page; amounts in cents.
 *
 * @param past true for the end of a day that is over
 * @param asOf that day as people write it; empty for now
 * @param links to the lines behind each number; null for those who may not read the ledger
 */
public record BudgetFigures(
        String period,
        Instant at,
        boolean past,
        String asOf,
        BudgetTotals totals,
        long funded,
        long averageCents,
        List<Waiting> waiting,
        WaitingForFunds.Sum waitingSum,
        Links links) {

    /** Where the lines behind a number stand. */
    public record Links(Link allocated, Link reserved, Link spent, Link all) {
        static Links upTo(LocalDate pastDay, String period) {
            Link all = Link.to(LedgerPages.class).with("zeitraum", period).with("bis", pastDay);
            return new Links(
                    all.with("summe", BudgetReport.Moves.ALLOCATED),
                    all.with("summe", BudgetReport.Moves.RESERVED),
                    all.with("summe", BudgetReport.Moves.SPENT),
                    all);
        }
    }

    /** Those who wait for money in one seminar. */
    public record Waiting(long seminarId, String when, String venue, long registrations, long cents) {
        static Waiting of(WaitingForFunds.Line line) {
            return new Waiting(
                    line.seminarId(),
                    German.date(line.firstDay()),
                    line.venue() == null ? Messages.text("seminar.online") : line.venue(),
                    line.registrations(),
                    line.cents());
        }
    }

    /**
     * A threshold that was reached, in words.
     *
     * @param kind of the alert
     */
    public record Warning(String kind, String headline, String text) {}

    /**
     * The bar: where each part begins and how wide it is, in per mille of the whole.
     *
     * @param words the same for people who do not see it
     */
    public record Bar(long spent, long reserved, long available, String words) {
        static Bar of(BudgetTotals t) {
            long whole = Math.max(1, t.allocated());
            long spent = t.spent() * 1000 / whole;
            long reserved = t.reserved() * 1000 / whole;
            return new Bar(
                    spent,
                    reserved,
                    1000 - spent - reserved,
                    Messages.text(
                            "budget.bar",
                            "spent",
                            percent(spent),
                            "reserved",
                            percent(reserved),
                            "available",
                            percent(1000 - spent - reserved)));
        }

        private static String percent(long perMille) {
            return perMille / 10 + "," + perMille % 10;
        }

        /** Behind the spent. */
        public long reservedFrom() {
            return spent;
        }

        /** Behind what is reserved. */
        public long availableFrom() {
            return spent + reserved;
        }
    }

    /**
     * @param day whose end is shown, or null for now
     * @param asked the period as it stands in the address, or null
     */
    static BudgetFigures of(BudgetPosition.Position p, LocalDate day, boolean mayReadLedger, String asked) {
        return new BudgetFigures(
                p.period().name(),
                p.at(),
                day != null,
                day == null ? "" : German.date(day),
                p.totals(),
                p.fundedRegistrations(),
                p.averageSubsidyCents(),
                p.waiting().stream().map(Waiting::of).toList(),
                p.waitingSum(),
                mayReadLedger ? Links.upTo(day, asked) : null);
    }

    /** The same as a picture. */
    public Bar bar() {
        return Bar.of(totals);
    }

    /** What a reached threshold has to say; null while none is. */
    static Warning warning(BudgetPosition.Position p) {
        int reached = p.warningPercent();
        if (reached == 0) {
            return null;
        }
        boolean last = reached == p.period().programme().warningPercents().get(2);
        return new Warning(
                last ? "danger" : "warning",
                Messages.text(last ? "budget.warning-last" : "budget.warning", "percent", reached),
                Messages.text(
                        "budget.warning-text",
                        "used",
                        p.totals().usedPercent(),
                        "available",
                        new Money(p.totals().available()),
                        "waiting",
                        p.waitingSum().registrations()));
    }
}
