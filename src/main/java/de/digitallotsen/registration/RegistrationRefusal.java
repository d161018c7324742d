package de.digitallotsen.registration;

import de.digitallotsen.shared.Refusal;

/** Refusals of a registration or of a change to one. */
public enum RegistrationRefusal implements Refusal {
    /** R1. */
    NOT_ELIGIBLE,
    /** R5: both places are used. */
    KOMMUNE_LIMIT_REACHED,
    /** R4. */
    PERSON_ALREADY_REGISTERED,
    /** R6, R13: no seat, and the person did not ask to wait. */
    SEMINAR_FULL,
    /** R7: before it opens. */
    REGISTRATION_NOT_OPEN,
    /** R7: after the deadline. */
    REGISTRATION_CLOSED,
    /** It is cancelled, attended or too late. */
    NOT_CANCELLABLE,
    /** R24: the same key with another content. */
    IDEMPOTENCY_KEY_REUSED(422);

    private final int status;

    RegistrationRefusal() {
        this(409);
    }

    RegistrationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
