package de.digitallotsen.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.claim.Payments;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gathers what a proof of use says. The budget is locked meanwhile, so that ledger, totals and lists are of the same
 * instant; they have to agree to the cent, or there is no proof. All of it in a transaction of its own: whoever makes
 * documents of it does not hold the hottest row of the portal while they print.
 */
@ApplicationScoped
class ProofFacts {

    private final ProofLists lists;
    private final ProofYears years;
    private final FundingPlans plans;
    private final Payments payments;
    private final ProofIssuer issuer;
    private final Budget budget;
    private final Clock clock;

    ProofFacts(
            ProofLists lists,
            ProofYears years,
            FundingPlans plans,
            Payments payments,
            ProofIssuer issuer,
            Budget budget,
            Clock clock) {
        this.lists = lists;
        this.years = years;
        this.plans = plans;
        this.payments = payments;
        this.issuer = issuer;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * How things stand now; kept nowhere.
     *
     * @param names of the participants
     * @throws RefusedException PROOF_NOT_RECONCILED if ledger, running total and lists differ by a cent
     */
    ProofOfUse now(FundingPeriod period, boolean names) {
        return QuarkusTransaction.requiringNew().call(() -> gather(period, names));
    }

    private ProofOfUse gather(FundingPeriod period, boolean names) {
        BudgetTotals totals = budget.lock(period.id());
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = German.berlinDay(at);
        LocalDate reached = period.hasEnded(today) ? period.lastDay() : today;
        ProofOfUse.Plan plan = plans.forProof(period.id());
        List<ProofOfUse.Voucher> vouchers = lists.vouchers(period.id());
        List<Payments.Payment> paid = payments.of(period.id());
        ProofOfUse proof = new ProofOfUse(
                new ProofOfUse.Period(period.id(), period.name(), period.firstDay(), period.lastDay()),
                at,
                issuer.now(),
                List.of(),
                lists.reach(reached),
                plan,
                payments.askedCents(period.id()),
                lists.grants(period.id()),
                paid,
                vouchers,
                lists.participations(period.id(), names),
                years.of(period, plan, vouchers, paid, today),
                names,
                null);
        reconcile(proof, totals, lists.spentByLedger(period.id()));
        return proof.lacking(Missing.in(proof, period.hasEnded(today), lists.open(period.id())));
    }

    /** Vouchers, ledger, running totals, grants and participations say the same. */
    static void reconcile(ProofOfUse proof, BudgetTotals totals, long ledger) {
        if (proof.spent() != ledger
                || proof.spent() != totals.spent()
                || proof.spent() != proof.subsidies()
                || proof.granted() != totals.allocated()) {
            throw new RefusedException(
                    ProofRefusal.PROOF_NOT_RECONCILED,
                    "vouchers",
                    new Money(proof.spent()),
                    "ledger",
                    new Money(ledger),
                    "total",
                    new Money(totals.spent()),
                    "participations",
                    new Money(proof.subsidies()));
        }
    }
}
