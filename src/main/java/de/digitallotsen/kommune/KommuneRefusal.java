package de.digitallotsen.kommune;

import de.digitallotsen.shared.Refusal;

/** Why the register stays as it is. */
public enum KommuneRefusal implements Refusal {
    /** Something happened between preview and application: what would be done now is not what was shown. */
    REGISTER_CHANGED
}
