package de.digitallotsen.document;

import de.digitallotsen.shared.Refusal;

/** Why a document cannot be had. */
public enum DocumentRefusal implements Refusal {
    /** It waits, is cancelled, or the person did not come. */
    NO_CONFIRMATION,
    /** Nothing is owed. */
    NOTHING_OWED,
    /** The person has no certificate: not attended, not yet closed, or withdrawn. */
    NO_CERTIFICATE,
    /** Nobody of the seminar has one. */
    NO_CERTIFICATES
}
