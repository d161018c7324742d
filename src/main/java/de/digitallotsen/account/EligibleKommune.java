package de.digitallotsen.account;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;

/** Personnel staff belong to a Kommune that may register people (R1); else they are told which one may. */
@ApplicationScoped
class EligibleKommune {

    private final Kommunen kommunen;
    private final Clock clock;

    EligibleKommune(Kommunen kommunen, Clock clock) {
        this.kommunen = kommunen;
        this.clock = clock;
    }

    /**
     * @return the ARS itself
     * @throws InvalidInputException if it may not register people today
     */
    String require(String ars) {
        Kommune kommune = kommunen.require(ars);
        Eligibility eligibility = kommune.eligibilityOn(SystemClock.today(clock));
        if (!eligibility.eligible()) {
            String through = kommunen.displayName(eligibility.registerThroughArs());
            throw new InvalidInputException(List.of(new Violation(
                    "kommuneArs",
                    Messages.text(
                            "not-eligible." + eligibility.code() + (through == null ? "" : ".through"),
                            "kommune",
                            kommune.displayName(),
                            "through",
                            through))));
        }
        return ars;
    }
}
