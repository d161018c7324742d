package de.digitallotsen.privacy;

import de.digitallotsen.shared.Refusal;

/** Why nothing is deleted. */
public enum PrivacyRefusal implements Refusal {
    /** Another run is at it. */
    DELETION_RUNNING,
    /** What would be deleted is not what was shown. */
    ERASURE_CHANGED,
    /** Nothing is kept about the person that could go now. */
    NOTHING_TO_ERASE
}
