package de.digitallotsen.account;

import de.digitallotsen.shared.Refusal;

/** Why an account stays as it is. */
public enum AccountRefusal implements Refusal {
    /** Nobody could let anybody in any more. */
    LAST_NSI_ACCOUNT,
    /** Only personnel staff belong to a Kommune. */
    NO_PERSONNEL_ACCOUNT,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF
}
