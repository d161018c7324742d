package de.digitallotsen.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.claim.ClaimTotals;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.report.WaitingForFunds;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Percentage;
import de.digitallotsen.shared.web.Link;

/**
 * The figures of the budget page; amounts in cents.
 *
 * @param past true for the end of a day that is over
 * @param asOf that day as people write it; empty for now
 * @param claimed where the claims stand that add up to what was called for and paid; null for a past day
 * @param links to the lines behind each number; null for those who may not read the ledger
 */
public record BudgetFigures(
        String period,
        Instant at,
        boolean past,
        String asOf,
        BudgetTotals totals,
        ClaimTotals claims,
        Link claimed,
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
            List<Percentage> shares = t.shares();
            return new Bar(
                    shares.get(0).tenths(),
                    shares.get(1).tenths(),
                    shares.get(2).tenths(),
                    Messages.text(
                            "budget.bar",
                            "spent",
                            shares.get(0),
                            "reserved",
                            shares.get(1),
                            "available",
                            shares.get(2)));
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
                p.claims(),
                day == null
                        ? Link.to("/mittelabrufe").with("zeitraum", p.period().id())
                        : null,
                p.fundedRegistrations(),
                p.averageSubsidyCents(),
                p.waiting().stream().map(Waiting::of).toList(),
                p.waitingSum(),
                mayReadLedger ? Links.upTo(day, asked) : null);
    }

    /**
     * The second bar, below what is festgestellt: what was called for and paid, in per mille of the whole.
     *
     * @param words the same for people who do not see it
     */
    public record ClaimBar(long paid, long unpaid, String words) {
        static ClaimBar of(BudgetTotals totals, ClaimTotals claims) {
            long whole = Math.max(1, totals.allocated());
            long paid = claims.paid() * 1000 / whole;
            return new ClaimBar(
                    paid,
                    claims.claimed() * 1000 / whole - paid,
                    Messages.text(
                            "budget.claim-bar",
                            "spent",
                            new Money(totals.spent()),
                            "claimed",
                            new Money(claims.claimed()),
                            "paid",
                            new Money(claims.paid())));
        }
    }

    /** What was called for and paid, as a picture. */
    public ClaimBar claimBar() {
        return ClaimBar.of(totals, claims);
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
