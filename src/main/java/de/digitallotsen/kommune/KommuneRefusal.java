package de.digitallotsen.kommune;

import de.digitallotsen.shared.Refusal;

/** Why the register stays as it is. */
public enum KommuneRefusal implements Refusal {
    /** Something happened between preview and application: what would be done now is not what was shown. */
    REGISTER_CHANGED,
    /** So many would end that the file may be cut off: the number has to be typed in. */
    MANY_ENDINGS,
    /** More people than places come together at a successor; nobody has read so yet. */
    MORE_PEOPLE_THAN_PLACES
}
