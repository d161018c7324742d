package de.digitallotsen.account;

import de.digitallotsen.shared.Refusal;

/** Why an account stays as it is, or nobody is invited. */
public enum AccountRefusal implements Refusal {
    /** Another side looks after accounts of this role (R32). */
    ROLE_NOT_YOURS(403),
    /** Nobody locks themselves (R32). */
    OWN_ACCOUNT,
    /** Nobody of the NSI or of the Ministry could let anybody in any more (R32). */
    LAST_ACCOUNT,
    /** Only personnel staff belong to a Kommune. */
    NO_PERSONNEL_ACCOUNT,
    /** Others would be invited by now than were shown (R29). */
    INVITATIONS_CHANGED,
    TOO_MANY_INVITATIONS(429),
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF;

    private final int status;

    AccountRefusal() {
        this(409);
    }

    AccountRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
