package de.digitallotsen.registration;

import java.time.Clock;
import java.time.Instant;

import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/** What cancelling a registration costs the Kommune at this instant (R18). */
@ApplicationScoped
public class CancellationCost {

    private final Clock clock;

    CancellationCost(Clock clock) {
        this.clock = clock;
    }

    /**
     * Nothing until the deadline and for whoever waits, later the part of the fee that the terms that it was made under
     * say.
     *
     * @return cents
     * @throws RefusedException NOT_CANCELLABLE if it is cancelled or settled, or the first day has begun
     */
    public long now(Registration registration) {
        Instant now = clock.instant();
        possibleActs(registration, now).require(Act.CANCEL);
        return at(registration, now);
    }

    /** Cancelling is the same whoever asks. */
    private static PossibleActs possibleActs(Registration registration, Instant now) {
        return PossibleActs.of(registration, Actor.portal(), now);
    }

    private static long at(Registration registration, Instant now) {
        Seminar seminar = registration.seminar();
        return registration.status() == RegistrationStatus.WAITING || now.isBefore(seminar.closesAt())
                ? 0
                : registration
                        .cancellationTerms()
                        .owed(German.berlinDay(now), seminar.firstDay(), registration.feeCents());
    }
}
