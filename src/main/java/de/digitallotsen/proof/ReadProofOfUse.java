package de.digitallotsen.proof;

import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SoundReason;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Reads how a proof of use would look now; nothing is issued. Names only if asked for, and then that is audited (R25,
 * R26).
 */
@UseCase
public class ReadProofOfUse {

    private final ClaimSearch search;
    private final ProofFacts facts;
    private final Event<Audited> changes;

    ReadProofOfUse(ClaimSearch search, ProofFacts facts, Event<Audited> changes) {
        this.search = search;
        this.facts = facts;
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
     * @throws RefusedException NOT_FOUND, PROOF_NOT_RECONCILED if ledger, running total and lists differ by a cent
     * @throws de.digitallotsen.shared.InvalidInputException if the Ministry or an auditor asks for names and does not
     *     say why
     */
    public ProofOfUse handle(Actor actor, Command command) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        String reason = checkReason(actor, command);
        FundingPeriod period = search.period(command.periodId());
        ProofOfUse proof = facts.now(period, command.names());
        if (command.names()) {
            changes.fire(AuditedChange.of(actor, "proof-of-use.names", "period", period.id())
                    .to("persons", proof.participations().size(), "reason", reason == null ? "" : reason));
        }
        return proof;
    }

    /**
     * Without names, of the period that an address asks for; refused like {@link #handle}, and UNKNOWN_PERIOD (R35).
     */
    public ProofOfUse asked(Actor actor, String period) {
        return handle(actor, Command.of(search.one(period).id()));
    }

    private static String checkReason(Actor actor, Command command) {
        Input input = new Input();
        String reason = command.names() && actor.readsAs(Role.MINISTRY)
                ? SoundReason.required(input, "reason", command.reason())
                : input.optional("reason", "Begründung", command.reason(), SoundReason.LONGEST);
        input.throwIfWrong();
        return reason;
    }
}
