package de.digitallotsen.account;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * A first code was right: from now on signing in asks for one. Gives the recovery codes, which are shown only this
 * once.
 */
@UseCase
public class ConfirmSecondFactor {

    private final SecondFactors factors;
    private final SecondStep step;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final Clock clock;
    private final Event<Audited> changes;

    ConfirmSecondFactor(
            SecondFactors factors,
            SecondStep step,
            OneTimeCodes codes,
            Sessions sessions,
            Clock clock,
            Event<Audited> changes) {
        this.factors = factors;
        this.step = step;
        this.codes = codes;
        this.sessions = sessions;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param sessionId the session in which it is confirmed; it goes on, every other one ends
     * @return the recovery codes
     * @throws RefusedException SECOND_FACTOR_OFF if none is being set up, SECOND_FACTOR_ON
     * @throws de.digitallotsen.shared.InvalidInputException if the code is wrong
     */
    public List<String> handle(Actor actor, String code, String sessionId) {
        actor.require(Role.values());
        SecondFactor factor = factors.findByIdOptional(actor.userId())
                .orElseThrow(() -> new RefusedException(AccountRefusal.SECOND_FACTOR_OFF));
        if (factor.isOn()) {
            throw new RefusedException(AccountRefusal.SECOND_FACTOR_ON);
        }
        Input input = new Input();
        if (!step.accept(actor.userId(), code)) {
            input.reject("otp", Messages.text("second-factor.wrong"));
        }
        input.throwIfWrong();
        factor.confirm(clock.instant());
        sessions.endAll(actor.userId(), sessionId);
        List<String> recovery = codes.newRecoveryCodes();
        factors.removeRecoveryCodes(actor.userId());
        recovery.forEach(each -> factors.addRecoveryCode(actor.userId(), OneTimeCodes.recoveryHash(each)));
        changes.fire(AccountChanges.of(actor, "account.second-factor-on", actor.userId()));
        return recovery;
    }
}
