package de.digitallotsen.proof;

import java.time.Clock;
import java.time.LocalDate;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.claim.ClaimRefusal;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SoundReason;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Makes the proof of use of a period. The budget is locked meanwhile, so that ledger, totals and lists are of the same
 * instant; they have to agree to the cent, or there is no proof. Names only if asked for, and then that is audited
 * (R25, R26).
 */
@UseCase
public class ReadProofOfUse {

    private final ClaimSearch search;
    private final ProofFacts facts;
    private final Budget budget;
    private final Clock clock;
    private final Event<Audited> changes;

    ReadProofOfUse(ClaimSearch search, ProofFacts facts, Budget budget, Clock clock, Event<Audited> changes) {
        this.search = search;
        this.facts = facts;
        this.budget = budget;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param periodId null means the current one
     * @param names of the participants
     * @param reason why names are needed; the Ministry and auditors have to give one ({@link SoundReason})
     */
    public record Command(Long periodId, boolean names, String reason) {
        /** Without names. */
        public static Command of(Long periodId) {
            return new Command(periodId, false, null);
        }
    }

    /**
     * A draft until the day after the period's last one, in Berlin.
     *
     * @throws RefusedException NOT_FOUND, PROOF_NOT_RECONCILED if ledger, running total and lists differ by a cent
     * @throws de.digitallotsen.shared.InvalidInputException if the Ministry or an auditor asks for names and does not
     *     say why
     */
    public ProofOfUse handle(Actor actor, Command command) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        String reason = checkReason(actor, command);
        FundingPeriod period = search.period(command.periodId());
        BudgetTotals totals = budget.lock(period.id());
        LocalDate today = SystemClock.today(clock);
        boolean draft = !today.isAfter(period.lastDay());
        ProofOfUse proof = new ProofOfUse(
                new ProofOfUse.Period(period.id(), period.name(), period.firstDay(), period.lastDay()),
                clock.instant(),
                draft,
                facts.reach(draft ? today : period.lastDay()),
                new ProofOfUse.Plan(totals.allocated(), period.programme().subsidyRateBasisPoints()),
                facts.claimed(period.id()),
                facts.vouchers(period.id()),
                facts.participations(period.id(), command.names()),
                command.names());
        reconcile(proof, totals.spent(), facts.spentByLedger(period.id()));
        if (command.names()) {
            changes.fire(AuditedChange.of(actor, "proof-of-use.names", "period", period.id())
                    .to("persons", proof.participations().size(), "reason", reason == null ? "" : reason));
        }
        return proof;
    }

    private static String checkReason(Actor actor, Command command) {
        Input input = new Input();
        String reason = command.names() && actor.readsAs(Role.MINISTRY)
                ? SoundReason.required(input, "reason", command.reason())
                : input.optional("reason", "Begründung", command.reason(), SoundReason.LONGEST);
        input.throwIfWrong();
        return reason;
    }

    /** Vouchers, ledger, running total and participations say the same. */
    static void reconcile(ProofOfUse proof, long total, long ledger) {
        if (proof.spent() != ledger || proof.spent() != total || proof.spent() != proof.subsidies()) {
            throw new RefusedException(
                    ClaimRefusal.PROOF_NOT_RECONCILED,
                    "vouchers",
                    new Money(proof.spent()),
                    "ledger",
                    new Money(ledger),
                    "total",
                    new Money(total),
                    "participations",
                    new Money(proof.subsidies()));
        }
    }
}
