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
    /** The directory puts this person in none of the groups, or in two. */
    DIRECTORY_NO_GROUP(403),
    /** The account was locked here, whatever the directory says. */
    DIRECTORY_LOCKED(403),
    /** The directory sees this person on another side, or in another Kommune, than the account is. */
    DIRECTORY_OTHER_SIDE,
    /** An account of this address is somebody's for whom the directory does not vouch. */
    DIRECTORY_ADDRESS_TAKEN,
    /** The directory does not vouch for the address, so it may be somebody else's. */
    DIRECTORY_ADDRESS_NOT_VERIFIED(403),
    /** The directory keeps password and second factor of this account; here is neither. */
    DIRECTORY_SIGNS_IN,
    /** Others would be invited by now than were shown (R29). */
    INVITATIONS_CHANGED,
    TOO_MANY_INVITATIONS(429),
    /** By this account, from this Kommune or to this address. */
    INVITED_TOO_OFTEN(429),
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
