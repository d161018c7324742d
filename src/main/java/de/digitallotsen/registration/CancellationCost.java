package de.digitallotsen.registration;

import java.time.Clock;
import java.time.Instant;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
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
        Seminar seminar = registration.seminar();
        if (!registration.isCancellable()) {
            throw refused("not-cancellable.status", "status", registration.status());
        }
        if (registration.status() == RegistrationStatus.WAITING || now.isBefore(seminar.closesAt())) {
            return 0;
        }
        if (!now.isBefore(seminar.begins())) {
            throw refused("not-cancellable.begun", "begin", seminar.begins());
        }
        return registration
                .cancellationTerms()
                .owed(German.berlinDay(now), seminar.firstDay(), registration.feeCents());
    }

    private static RefusedException refused(String key, Object... details) {
        return new RefusedException(RegistrationRefusal.NOT_CANCELLABLE, "reason", Messages.text(key, details));
    }

    /** The same where it is only shown; null if it cannot be cancelled any more. */
    public Long nowIfPossible(Registration registration) {
        try {
            return now(registration);
        } catch (RefusedException notCancellable) {
            return null;
        }
    }
}
