package de.digitallotsen.shared;

/** Refusals about who asks and whether the thing asked for exists for them (R25). */
public enum AccessRefusal implements Refusal {
    NOT_SIGNED_IN(401),
    SIGN_IN_FAILED(401),
    SESSION_ENDED(401),
    ROLE_NOT_ALLOWED(403),
    /** Demanded of this role, and not set up yet: nothing else is done until then. */
    SECOND_FACTOR_DUE(403),
    /** Also said of another Kommune's rows: for this actor they do not exist. */
    NOT_FOUND(404),
    INVITATION_NOT_VALID(404),
    RESET_NOT_VALID(404),
    /** The password was right; a code is asked for, too. */
    SECOND_FACTOR_REQUIRED(401),
    SECOND_FACTOR_WRONG(401),
    /** Somebody else changed it in between. */
    STALE(409),
    TOO_MANY_ATTEMPTS(429),
    BUSY(503);

    private final int status;

    AccessRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
